package jp.renkei.webapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseStore;

/** A server on a free port of this machine, and a client to ask it. */
final class RunningServer implements AutoCloseable {
  static final String REMEDY = "./renkei run --landing L --warehouse W";

  /** No users, no survey desk. */
  private static final WebPlaces NOBODY =
      new WebPlaces(Path.of("no-such-landing"), Path.of("no-such-users.yaml"), List.of());

  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningServer(ReleaseStore store, Audience audience) {
    this(store, audience, NOBODY);
  }

  RunningServer(ReleaseStore store, Audience audience, WebPlaces places) {
    this(store, new WebConfig(audience, 8, Optional.empty(), Optional.empty()), places);
  }

  RunningServer(ReleaseStore store, WebConfig config, WebPlaces places) {
    this(store, config, places, Clock.systemUTC());
  }

  RunningServer(ReleaseStore store, Audience audience, WebPlaces places, Clock clock) {
    this(store, new WebConfig(audience, 8, Optional.empty(), Optional.empty()), places, clock);
  }

  private RunningServer(ReleaseStore store, WebConfig config, WebPlaces places, Clock clock) {
    server = new WebServer(store, config, places, () -> REMEDY, clock);
    server.start("127.0.0.1", 0);
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    return ask(path, HttpResponse.BodyHandlers.ofString(), headers);
  }

  HttpResponse<byte[]> bytes(String path, String... headers) {
    return ask(path, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  /** Sends fields as a form. */
  HttpResponse<String> form(String path, String fields, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .headers(headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields));
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The first line of the answer to a request that names another host. */
  String statusLine(String path, String host) {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> HttpResponse<T> ask(
      String path, HttpResponse.BodyHandler<T> body, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(address(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, body);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
