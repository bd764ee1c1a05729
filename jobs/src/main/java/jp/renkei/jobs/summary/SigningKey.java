package jp.renkei.jobs.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.SecretFile;

/** An issuer's private Ed25519 key: PKCS#8 in PEM, as the JDK and OpenSSL write it. */
public final class SigningKey {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final Pattern PEM =
      Pattern.compile("\\A\\s*" + BEGIN + "\\s+([A-Za-z0-9+/=\\s]+?)\\s*" + END + "\\s*\\z");
  private static final int LINE = 64;
  private static final long LARGEST = 10_000;

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a key; no message holds any of it.
   *
   * @throws DataProblemException when it is no such key
   */
  public static SigningKey read(Path pem) {
    try {
      if (Files.size(pem) > LARGEST) {
        throw noKey(pem, "a large file", "大きすぎるファイル");
      }
      var matcher = PEM.matcher(Files.readString(pem, StandardCharsets.ISO_8859_1));
      if (!matcher.matches()) {
        throw noKey(pem, "another content", "別の内容");
      }
      var der = Base64.getMimeDecoder().decode(matcher.group(1));
      return new SigningKey(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw noKey(pem, "a key of another kind", "別の種類の鍵");
    } catch (NoSuchFileException e) {
      throw noKey(pem, "no such file", "存在しないファイル");
    } catch (IOException e) {
      throw noKey(pem, e.getClass().getSimpleName(), "読み取りエラー");
    }
  }

  private static DataProblemException noKey(Path pem, String found, String foundJa) {
    return new DataProblemException(
        ("鍵 %s を読めません：%sです。暗号化されていない Ed25519 の秘密鍵（PKCS#8 の PEM）である必要があります。"
                + "./renkei summarize --new-key FILE で作れます。")
            .formatted(pem, foundJa),
        ("Cannot read the key %s: found %s, expected an unencrypted private Ed25519 key (PKCS#8, PEM)."
                + " Make one with './renkei summarize --new-key FILE'.")
            .formatted(pem, found));
  }

  /**
   * Makes a pair of keys and writes the private one, readable by its owner only.
   *
   * @return the public one
   * @throws DataProblemException when the file is there already
   */
  public static VerificationKey make(Path pem) throws IOException {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String body =
          Base64.getMimeEncoder(LINE, new byte[] {'\n'})
              .encodeToString(pair.getPrivate().getEncoded());
      SecretFile.create(pem, BEGIN + "\n" + body + "\n" + END + "\n");
      return VerificationKey.of(pair.getPublic());
    } catch (FileAlreadyExistsException e) {
      throw new DataProblemException(
          "鍵 " + pem + " は既にあります。別のファイル名を指定してください。",
          "Cannot make the key " + pem + ": the file is there already. Name another one.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
    }
  }

  byte[] sign(String text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key that was read can sign", e);
    }
  }
}
