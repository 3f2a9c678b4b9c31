package org.wec7emu.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wec7emu.registry.RegistryValue.Binary;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.ExpandText;
import org.wec7emu.registry.RegistryValue.MultiText;
import org.wec7emu.registry.RegistryValue.Text;

/** Registries that have anything in them which a form can say. */
public final class RandomRegistries {
    private static final String[] ROOTS = {
        "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER", "HKEY_CLASSES_ROOT", "HKEY_USERS", "HKEY_CURRENT_CONFIG"
    };
    private static final String PLAIN = "abXY019 -_.;=@[\"'/\\%,:";
    private static final String ANSI = "äß€\u0081ÿ\u00a0";
    private static final String UNICODE = "\u4e2d\ufeff\u2028\ud83d\ude00\ud800\uffff";

    private final Random random;
    private final RegistryForm form;

    public RandomRegistries(long seed, RegistryForm form) {
        this.random = new Random(seed);
        this.form = form;
    }

    public Registry next() {
        List<RegistryKey> keys = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            StringBuilder path = new StringBuilder(ROOTS[random.nextInt(ROOTS.length)]);
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                path.append('\\').append(characters(1 + random.nextInt(8), "").replace('\\', '~'));
            }
            Map<String, RegistryValue> values = new LinkedHashMap<>();
            for (int value = random.nextInt(6); value > 0; value--) {
                values.put(characters(random.nextInt(6), ""), value());
            }
            if (!path.toString().strip().equals(path.toString())) {
                path.append('.'); // blanks around a path don't count
            }
            keys.add(new RegistryKey(path.toString(), "", values));
        }
        return Registry.of(keys);
    }

    private RegistryValue value() {
        return switch (random.nextInt(6)) {
            case 0 -> new Dword(random.nextInt());
            case 1 -> new Text(characters(random.nextInt(40), "\t\r\n\0"));
            case 2 -> new ExpandText(characters(random.nextInt(40), "\t\r\n\0"));
            case 3 -> new MultiText(texts());
            case 4 -> new Binary(bytes());
            default -> new Binary(random.nextBoolean() ? 0 : random.nextInt() & 0x7fffffff | 0x10, bytes());
        };
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(characters(random.nextInt(8), "\r\n"));
        }
        return texts;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(70)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String characters(int length, String more) {
        String all = PLAIN + ANSI + more + (form == RegistryForm.REGEDIT4 ? "" : UNICODE);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(all.charAt(random.nextInt(all.length())));
        }
        return text.toString();
    }
}
