package jp.renkei.jobs.summary;

import static jp.renkei.jobs.summary.SampleSummary.HEADER;
import static jp.renkei.jobs.summary.SampleSummary.PATH;
import static jp.renkei.jobs.summary.SampleSummary.files;
import static jp.renkei.jobs.summary.SampleSummary.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.renkei.jobs.DataProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of issuers: made here or by OpenSSL, and nothing else taken for one. */
class SigningKeyTest {
  @TempDir Path folder;
  private Path pem;
  private VerificationKey publicKey;

  @BeforeEach
  void makeKeys() throws IOException {
    pem = folder.resolve("issuer.pem");
    publicKey = SigningKey.make(pem);
  }

  @Test
  void readsTheKeysOfOpenSslAndOpenSslItsOwn() throws Exception {
    Assumptions.assumeTrue(has("openssl"), "openssl is not there");
    Path theirs = folder.resolve("theirs.pem");
    run("openssl", "genpkey", "-algorithm", "ed25519", "-out", theirs.toString());
    run(
        "openssl",
        "pkey",
        "-in",
        theirs.toString(),
        "-pubout",
        "-outform",
        "DER",
        "-out",
        folder.resolve("theirs.der").toString());
    var key =
        VerificationKey.parse(
                java.util.Base64.getEncoder()
                    .encodeToString(Files.readAllBytes(folder.resolve("theirs.der"))))
            .orElseThrow();
    byte[] content = SummaryFile.write(HEADER, tables(), SigningKey.read(theirs));
    assertThat(SummaryFile.read(PATH, content).signedWith(List.of(key))).contains(key);
    // And what our key signed, by OpenSSL.
    var files = files(SummaryFile.write(HEADER, tables(), SigningKey.read(pem)));
    Files.write(folder.resolve("SHA256SUMS"), files.get(SummaryManifest.FILE));
    Files.write(
        folder.resolve("sig"),
        java.util.Base64.getMimeDecoder().decode(files.get(SummaryManifest.SIGNATURE)));
    run(
        "openssl",
        "pkeyutl",
        "-verify",
        "-rawin",
        "-inkey",
        pem.toString(),
        "-in",
        folder.resolve("SHA256SUMS").toString(),
        "-sigfile",
        folder.resolve("sig").toString());
  }

  private static boolean has(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(told).isZero();
  }

  @Test
  void takesNoOtherKeys() throws IOException {
    assertThatThrownBy(() -> SigningKey.make(pem))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("既にあります");
    for (var text :
        List.of(
            "",
            "secret",
            Files.readString(pem).replace("PRIVATE", "ENCRYPTED PRIVATE"),
            Files.readString(pem).substring(0, 60))) {
      Path other = folder.resolve("wrong.pem");
      Files.writeString(other, text);
      assertThatThrownBy(() -> SigningKey.read(other))
          .isInstanceOf(DataProblemException.class)
          .hasMessageContaining("PKCS#8")
          .hasMessageNotContaining("secret");
    }
    assertThatThrownBy(() -> SigningKey.read(folder.resolve("none.pem")))
        .hasMessageContaining("存在しない");
    assertThat(VerificationKey.parse(publicKey.base64())).contains(publicKey);
    assertThat(VerificationKey.parse(publicKey.base64() + "=")).isEmpty();
    assertThat(VerificationKey.parse(publicKey.base64().replaceFirst("MCow", "MCox"))).isEmpty();
    assertThat(VerificationKey.parse("")).isEmpty();
  }
}
