package ingchain.sample;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A checkpoint of a program that ends the JVM. Not a test of the kit: its tests run it. */
@Exercise("1.2")
public class ExitSample {
    @Test
    @Order(1)
    @DisplayName("nothing is asked for")
    void first(Transcript transcript) {
        System.out.println("a student's print");
    }

    @Test
    @Order(2)
    @DisplayName("the program goes on")
    void second() {
        Student.endsTheProgram();
    }
}
