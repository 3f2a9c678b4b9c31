package org.wec7emu.measure.behaviour;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.wec7emu.profile.*;

class ScratchTests {
    static Side side(String image, String state) throws Exception {
        DeviceProfile p = ProfileCatalog.bundled().find(image);
        return new Side.Emulated(
                p, DeviceInState.of(p, state == null ? p.defaultState() : state), InstantSource.system());
    }

    @Test
    void show() throws Exception {
        for (String[] pair : new String[][] {
            {"CX8100_WEC7_LF_v604h", "CX8100_WEC7_LF_v604h", null, null},
            {"CX8100_WEC7_LF_pre-v604h", "CX8100_WEC7_LF_v604h", null, null},
            {"CX8100_WEC7_LF_v604h", "Microsoft_CE6", null, null},
            {"CX8100_WEC7_LF_v604h", "CX8100_WEC7_LF_v604h", "factory", null},
        }) {
            long t = System.nanoTime();
            MeasuredDifferences d =
                    new Measurement((s, w, b) -> {}).between(side(pair[0], pair[2]), side(pair[1], pair[3]));
            System.out.println("=== " + String.join(" ", pair[0], pair[1]) + " asked " + d.asked() + " differing "
                    + d.differing() + " took " + (System.nanoTime() - t) / 1000000);
            for (MeasuredDifference x : d.differences()) {
                System.out.println(x.topic() + " "
                        + x.behaviours().stream().map(Behaviour::name).toList());
                for (var f : new MeasuredDifference.Face[] {x.first(), x.second()}) {
                    System.out.println("    " + f.text() + "   [" + f.because() + "] "
                            + f.restsOn().stream()
                                    .map(v -> v.path() + "=" + v.text())
                                    .toList());
                }
            }
            d.notAsked()
                    .forEach(u -> System.out.println("not asked " + u.side() + ": " + u.because() + " "
                            + u.behaviours().size() + " "
                            + u.behaviours().get(0).name()));
        }
    }
}
