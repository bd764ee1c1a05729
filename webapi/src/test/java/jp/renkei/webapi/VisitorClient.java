package jp.renkei.webapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody at a browser: keeps cookies, sends forms as a browser does, follows nothing by itself.
 */
final class VisitorClient {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
  private static final String BOUNDARY = "----renkei-test-boundary";

  private final RunningServer server;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  VisitorClient(RunningServer server) {
    this.server = server;
  }

  static VisitorClient signedIn(RunningServer server, String name, String password) {
    var visitor = new VisitorClient(server);
    var answer = visitor.signIn(name, password);
    if (answer.statusCode() != 303) {
      throw new AssertionError("sign-in as " + name + ": " + answer.statusCode());
    }
    return visitor;
  }

  HttpResponse<String> signIn(String name, String password) {
    return post("/sign-in", Map.of("token", token("/sign-in"), "name", name, "password", password));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), BodyHandlers.ofByteArray());
  }

  /** The token of the first form of a page. */
  String token(String path) {
    return tokenOf(get(path).body());
  }

  static String tokenOf(String page) {
    var matcher = TOKEN.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("The page has no form: " + page);
    }
    return matcher.group(1);
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, server.address(""));
  }

  /** As a form on a page of another site would send it. */
  HttpResponse<String> post(String path, Map<String, String> fields, String origin) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(
        origin.isEmpty() ? request : request.header("Origin", origin), BodyHandlers.ofString());
  }

  /** Sends a file from the upload page, with that page's token. */
  HttpResponse<String> upload(String name, byte[] content) {
    return upload(name, content, Map.of("token", token("/upload")));
  }

  HttpResponse<String> upload(String name, byte[] content, Map<String, String> fields) {
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            write(
                body,
                "--"
                    + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\""
                    + field
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n"));
    write(
        body,
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name.replace("\"", "%22").replaceAll("[\r\n]", " ")
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(content);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return send(
        HttpRequest.newBuilder(uri("/upload"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Origin", server.address(""))
            .POST(BodyPublishers.ofByteArray(body.toByteArray())),
        BodyHandlers.ofString());
  }

  /** The page that an answer sends the browser on to. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    return get(location(answer));
  }

  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body()));
  }

  /** The cookie by its name; empty without. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private URI uri(String path) {
    return URI.create(server.address(path));
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(60)).build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything the hand-in form asks for, with one text for all. */
  static Map<String, String> filled(String page, String text) {
    var fields = new HashMap<String, String>();
    fields.put("token", tokenOf(page));
    var names =
        java.util.regex.Pattern.compile("<input type=\"text\" id=\"([a-z_0-9-]+)\"").matcher(page);
    while (names.find()) {
      fields.put(names.group(1), text);
    }
    return fields;
  }
}
