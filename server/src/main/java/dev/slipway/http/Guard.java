package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.SlipwayException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/*
 * Who may come in. A web page somewhere else can make a browser send requests to this machine; so the name the browser
 * believes in must be ours (a page can point its own name at 127.0.0.1), the page must be ours, and the type of a body must
 * be one that a form cannot send.
 */
/** Lets a request in, or refuses it by its headers alone. Immutable. */
final class Guard {
    private final boolean loopback;
    private final Tokens tokens;

    Guard(boolean loopback, Tokens tokens) {
        this.loopback = loopback;
        this.tokens = tokens;
    }

    /** @param port the one the server listens on */
    void requireOurs(HttpFields headers, int port) {
        var host = String.valueOf(headers.get(HttpHeader.HOST)).toLowerCase(Locale.ROOT);
        if (loopback && !names(port).contains(host)) {
            throw new Refused(Response.refusal(
                            421,
                            "HTTP-HOST",
                            "this server is not called '%s'".formatted(host),
                            "the header Host",
                            "use http://127.0.0.1:%d".formatted(port))
                    .closing());
        }
        var origin = headers.get(HttpHeader.ORIGIN);
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            throw foreign("the header Origin", origin);
        }
        var site = headers.get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw foreign("the header Sec-Fetch-Site", site);
        }
    }

    private static Set<String> names(int port) {
        return Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    private static Refused foreign(String where, String value) {
        return new Refused(Response.refusal(
                        403,
                        "HTTP-FOREIGN-PAGE",
                        "a page of another site asks ('%s')".formatted(value),
                        where,
                        "ask from a program, or from a page of this server")
                .closing());
    }

    void requireToken(Route route, HttpFields headers) {
        List<String> shown = headers.getValuesList(HttpHeader.AUTHORIZATION);
        boolean known = route.access() == Access.OPEN || (shown.size() == 1 && tokens.accept(shown.get(0)));
        if (!known) {
            throw new Refused(Response.refusal(
                            401,
                            "HTTP-TOKEN",
                            shown.isEmpty() ? "no token was shown" : "this token does not open this server",
                            "the header Authorization",
                            "send 'Authorization: Bearer TOKEN'; for commands, set SLIPWAY_TOKEN")
                    .with("WWW-Authenticate", "Bearer")
                    .closing());
        }
    }

    void requireReadable(Route route, HttpFields headers) {
        var intake = route.intake();
        if (intake.how() == Intake.How.NOTHING) {
            return;
        }
        HttpField type = headers.getField(HttpHeader.CONTENT_TYPE);
        if (type == null || !isOf(type.getValue(), intake.type())) {
            throw new Refused(Response.refusal(
                            415,
                            "HTTP-TYPE",
                            type == null ? "no content type is declared" : "the content type is " + type.getValue(),
                            "the header Content-Type",
                            "send 'Content-Type: %s'".formatted(intake.type()))
                    .closing());
        }
        var encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refused(Response.refusal(
                            415,
                            "HTTP-ENCODING",
                            "the body is encoded: '%s'".formatted(encoding),
                            "the header Content-Encoding",
                            "send the body as it is")
                    .closing());
        }
        var transfer = headers.get(HttpHeader.TRANSFER_ENCODING);
        if (transfer != null && !transfer.equalsIgnoreCase("chunked")) {
            throw new Refused(Response.refusal(
                            400,
                            "HTTP-TRANSFER",
                            "the body is transferred as '%s'".formatted(transfer),
                            "the header Transfer-Encoding",
                            "send 'Content-Length', or 'Transfer-Encoding: chunked'")
                    .closing());
        }
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) > intake.limit()) {
            throw tooLarge(intake.limit());
        }
    }

    private static boolean isOf(String declared, String wanted) {
        var plain = declared.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return plain.equals(wanted) || plain.equals(wanted + ";charset=utf-8");
    }

    static Refused tooLarge(long limit) {
        return new Refused(Failures.answer(new SlipwayException(
                        SlipwayException.Kind.TOO_LARGE,
                        new Problem(
                                "HTTP-BODY-TOO-LARGE",
                                "the body has more than %d bytes".formatted(limit),
                                "the body",
                                "send it in several requests")))
                .closing());
    }
}
