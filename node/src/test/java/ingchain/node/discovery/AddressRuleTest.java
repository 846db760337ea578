package ingchain.node.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.program.HostPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A peer may tell us of an address")
class AddressRuleTest {
    @ParameterizedTest(name = "{0} told by {1}: {2}")
    @CsvSource({
        "203.0.113.5,  198.51.100.7, true",
        "10.1.2.3,     198.51.100.7, false",
        "192.168.1.9,  198.51.100.7, false",
        "169.254.1.1,  198.51.100.7, false",
        "127.0.0.1,    198.51.100.7, false",
        "127.0.0.1,    10.0.0.1,     false",
        "172.18.0.3,   172.18.0.2,   true",
        "203.0.113.5,  10.0.0.1,     true",
        "127.0.0.1,    127.0.0.1,    true",
        "10.0.0.1,     127.0.0.1,    true",
        "0.0.0.0,      127.0.0.1,    false",
        "224.0.0.1,    127.0.0.1,    false",
        "localhost,    127.0.0.1,    false",
        "evil.example, 127.0.0.1,    false",
        "::1,          198.51.100.7, false",
        "fd00::1,      198.51.100.7, false",
        "2001:db8::1,  198.51.100.7, true"
    })
    @DisplayName("that is no more private than its own, and never of a name")
    void rule(String told, String teller, boolean allowed) {
        assertThat(AddressRule.allows(new HostPort(told, 8555), teller)).isEqualTo(allowed);
    }
}
