package org.wec7emu.profile;

import java.util.Map;
import org.wec7emu.profile.SourceList.Source;

/**
 * A profile laid over all that it extends.
 *
 * @param tree with evidence
 * @param sources those that it, or one that it extends, brings itself
 * @param image the image it is, or is made from: the nearest profile that no user made; empty when there is none
 */
record WholeTree(Node.Mapping tree, Map<String, Source> sources, String image) {}
