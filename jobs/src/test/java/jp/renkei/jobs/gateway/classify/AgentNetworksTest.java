package jp.renkei.jobs.gateway.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentNetworksTest {
  private static AgentNetwork network(String agent, String cidr, String from, String to) {
    return new AgentNetwork(
        agent,
        cidr,
        Validity.of(
            Optional.ofNullable(from).map(LocalDate::parse),
            Optional.ofNullable(to).map(LocalDate::parse)));
  }

  private static final AgentNetworks NETWORKS =
      new AgentNetworks(
          List.of(
              network("AGT1", "192.0.2.0/24", null, null),
              network("AGT2", "192.0.2.128/25", "2026-01-01", "2026-03-31"),
              network("AGT3", "192.0.2.130", null, "2025-12-31"),
              network("AGT4", "2001:db8:4::/48", null, null),
              network("AGT5", "2001:db8:4:5::/64", "2026-02-01", null),
              network("AGT6", "no network", null, null)));

  /** A stored block says whose an address was only where all of it is one agent's, or none's. */
  @ParameterizedTest(name = "{0} on {1}: {2}, sure {3}")
  @CsvSource({
    "192.0.2.0/24, 2026-05-01, AGT1, true",
    "192.0.2.0/24, 2026-01-05, AGT1, false",
    "192.0.2.0/24, 2025-12-31, AGT1, false",
    "198.51.100.0/24, 2026-01-05,, true",
    "2001:db8:4::/48, 2026-01-05, AGT4, true",
    "2001:db8:4::/48, 2026-02-05, AGT4, false",
    "2001:db8:5::/48, 2026-02-05,, true",
    "203.0.113.0/24, 2026-02-05,, false",
    "198.18.0.0/24, 2026-02-05, AGT7, true",
    "198.19.1.0/24, 2026-02-05, AGT7, true",
    "nonsense, 2026-02-05,, false",
  })
  void tellsWhetherABlockIsOneAgents(String block, LocalDate day, String agent, boolean isSure) {
    var networks =
        new AgentNetworks(
            List.of(
                network("AGT1", "192.0.2.0/24", null, null),
                network("AGT2", "192.0.2.128/25", "2026-01-01", "2026-03-31"),
                network("AGT3", "192.0.2.130", null, "2025-12-31"),
                network("AGT4", "2001:db8:4::/48", null, null),
                network("AGT5", "2001:db8:4:5::/64", "2026-02-01", null),
                network("AGT5", "203.0.113.7", null, null),
                network("AGT7", "198.18.0.0/15", null, null),
                network("AGT7", "198.19.1.64/26", null, null)));
    assertThat(networks.ownerOf(block, (int) day.toEpochDay()))
        .isEqualTo(new AgentNetworks.Owner(agent, isSure));
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "192.0.2.7, 2026-01-05, AGT1",
    "192.0.2.130, 2026-01-05, AGT2",
    "192.0.2.130, 2026-03-31, AGT2",
    "192.0.2.130, 2026-04-01, AGT1",
    "192.0.2.130, 2025-12-31, AGT3",
    "192.0.2.130:443, 2025-12-31, AGT3",
    "::ffff:192.0.2.7, 2026-01-05, AGT1",
    "198.51.100.1, 2026-01-05,",
    "2001:db8:4:5::9, 2026-01-05, AGT4",
    "2001:db8:4:5::9, 2026-02-05, AGT5",
    "[2001:db8:4:5::9]:443, 2026-02-05, AGT5",
    "2001:db8:5::9, 2026-02-05,",
  })
  void takesTheLongestPrefixThatIsValidOnTheDay(String address, LocalDate day, String agent) {
    assertThat(NETWORKS.agentOf(IpAddress.parse(address).orElseThrow(), (int) day.toEpochDay()))
        .isEqualTo(agent);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "2001:db8:9::1, 2026-01-05, WIDE",
    "2001:db8:9:1::1, 2026-01-05, NESTED",
    "2001:db8:9:1::7, 2026-01-05, HOST",
    "2001:db8:9:1::7, 2026-02-01, NESTED",
    "2001:db8:8:ffff::1, 2026-01-05,",
    "::ffff:198.51.100.9, 2026-01-05, MAPPED",
    "198.51.100.9, 2026-01-05, MAPPED",
  })
  void findsNestedNetworksInIpv6(String address, LocalDate day, String agent) {
    var networks =
        new AgentNetworks(
            List.of(
                network("HOST", "2001:db8:9:1::7/128", null, "2026-01-31"),
                network("WIDE", "2001:db8:9::/48", null, null),
                network("NESTED", "2001:db8:9:1::/64", null, null),
                network("MAPPED", "198.51.100.0/24", null, null)));
    assertThat(networks.agentOf(IpAddress.parse(address).orElseThrow(), (int) day.toEpochDay()))
        .isEqualTo(agent);
  }

  @ParameterizedTest(name = "{0} is stored as {1}")
  @CsvSource({
    "192.0.2.7, 192.0.2.0/24",
    "255.255.255.255, 255.255.255.0/24",
    "2001:db8:4:5::9, 2001:db8:4::/48",
    "::1, 0:0:0::/48",
    "fe80:0:0:1::1, fe80:0:0::/48",
    "::ffff:192.0.2.7, 192.0.2.0/24",
  })
  void keepsOnlyTheNetwork(String address, String stored) {
    assertThat(IpAddress.parse(address).orElseThrow().storedNetwork()).isEqualTo(stored);
  }

  @Test
  void takesNothingElseForAnAddress() {
    for (String text :
        List.of(
            "",
            "-",
            "host.example.jp",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.256",
            "1..2.3",
            "::g",
            "[::1",
            "1.2.3.4, 5.6.7.8",
            "cafe",
            "12345",
            "1234567890.1.1.1")) {
      assertThat(IpAddress.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void knowsAClientByIssuerAndDay() {
    var aliases =
        new ClientAliases(
            List.of(
                new ClientAlias("ISS1", "c1", "AGT1", new Validity(100, 199)),
                new ClientAlias("ISS1", "c1", "AGT2", new Validity(200, Integer.MAX_VALUE))));
    assertThat(aliases.agentOf("c1", 99)).isNull();
    assertThat(aliases.agentOf("c1", 100)).isEqualTo("AGT1");
    assertThat(aliases.agentOf("c1", 199)).isEqualTo("AGT1");
    assertThat(aliases.agentOf("c1", 200)).isEqualTo("AGT2");
    assertThat(aliases.agentOf("c2", 200)).isNull();
    assertThat(aliases.agentOf(null, 200)).isNull();
  }
}
