package org.wec7emu.profile;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The schema as it is packaged. */
final class ProfileSchema {
    private ProfileSchema() {}

    static Schema load() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(BundledFiles.text("profile.schema.json"));
    }
}
