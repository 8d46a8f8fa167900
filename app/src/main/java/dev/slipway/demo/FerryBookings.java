package dev.slipway.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Bookings of a ferry line, made up: who was offered a better cabin and took it. The same seed gives the same bytes. What
 * decides an upgrade is known, see {@link #chance}; so are the rows that are wrong, see {@link #spoil}, and how autumn
 * differs from summer, see {@link Season}.
 */
final class FerryBookings {
    static final String HEADER = "booking,customer,booked,departs,route,party,vehicle,cabin,price,loyalty,channel,"
            + "wind_forecast,age,nationality,upgraded,upgrade_revenue";

    /** Columns of {@link #HEADER} by name, for those who spoil them. */
    private static final List<String> COLUMNS = List.of(HEADER.split(",", -1));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final List<String> ROUTES =
            List.of("Turku-Stockholm", "Tallinn-Helsinki", "Kiel-Oslo", "Bergen-Hirtshals");
    private static final int[] HOURS = {11, 2, 20, 16};
    private static final List<String> CABINS = List.of("none", "inside", "outside", "suite");
    private static final List<String> VEHICLES = List.of("none", "car", "van", "motorcycle", "bicycle");
    private static final List<String> LOYALTY = List.of("none", "bronze", "silver", "gold");
    private static final List<String> NATIONS = List.of("FI", "SE", "EE", "NO", "DE", "DK", "NL", "PL");

    /**
     * When the bookings are for, and how the world is then. In autumn the wind is stronger, more people book by the
     * application, and prices are lower; what makes a person upgrade is the same.
     */
    enum Season {
        SUMMER(LocalDateTime.of(2025, 5, 1, 6, 0), 150, 6.5, 0.3, 1.0),
        AUTUMN(LocalDateTime.of(2025, 10, 1, 6, 0), 60, 10.5, 0.5, 0.88);

        private final LocalDateTime start;
        private final int days;
        private final double wind;
        private final double app;
        private final double prices;

        Season(LocalDateTime start, int days, double wind, double app, double prices) {
            this.start = start;
            this.days = days;
            this.wind = wind;
            this.app = app;
            this.prices = prices;
        }
    }

    /** Records, from 1, that were made wrong, and what is wrong with each. */
    record Spoiled(List<String> lines, Map<Integer, String> faults) {}

    private final SplittableRandom random;
    private int made;

    FerryBookings(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Correct bookings, one line each, without the header. */
    List<String> season(Season season, int count) {
        var lines = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            lines.add(booking(season));
        }
        return lines;
    }

    private String booking(Season season) {
        made++;
        int route = pick(0.3, 0.35, 0.2, 0.15);
        int party = 1 + pick(0.3, 0.38, 0.12, 0.14, 0.06);
        int vehicle = pick(0.42, 0.4, 0.08, 0.04, 0.06);
        int cabin = pick(route == 1 ? 0.75 : 0.2, 0.45, 0.28, 0.07);
        int loyalty = pick(0.55, 0.22, 0.15, 0.08);
        int channel = pick(0.7 - season.app, season.app, 0.3);
        int age = (int) Math.min(93, Math.max(18, Math.round(46 + 16 * normal())));
        boolean ageKnown = random.nextDouble() > 0.12;
        double wind = Math.max(0, season.wind + 4.2 * normal());
        int lead = (int) Math.min(200, Math.round(-28 * StrictMath.log(1 - random.nextDouble())));
        var departs = season.start.plusDays(random.nextInt(season.days)).plusHours(6L * random.nextInt(3));
        double price = season.prices
                * (18 + 7.5 * HOURS[route] + 16 * party + 26.0 * cabin + (vehicle == 0 ? 0 : 35))
                * (0.85 + 0.3 * random.nextDouble());
        boolean night = HOURS[route] >= 11 && departs.getHour() >= 12;
        double chance = chance(cabin, loyalty, party, wind, lead, price, night, age);
        boolean upgraded = random.nextDouble() < chance;
        double revenue = upgraded ? 22 + 14.0 * party * (0.7 + 0.6 * random.nextDouble()) + 1.6 * HOURS[route] : 0;
        return String.join(
                ",",
                String.format(Locale.ROOT, "B%06d", made),
                String.format(Locale.ROOT, "C%05d", 1 + random.nextInt(9_000)),
                TIME.format(departs.minusDays(lead).minusMinutes(random.nextInt(600))),
                TIME.format(departs),
                ROUTES.get(route),
                Integer.toString(party),
                VEHICLES.get(vehicle),
                CABINS.get(cabin),
                fixed(price, 2),
                LOYALTY.get(loyalty),
                List.of("web", "app", "desk").get(channel),
                fixed(wind, 1),
                ageKnown ? Integer.toString(age) : "",
                NATIONS.get(pick(0.28, 0.22, 0.16, 0.1, 0.1, 0.06, 0.04, 0.04)),
                upgraded ? "1" : "0",
                fixed(revenue, 2));
    }

    /**
     * The true relation: the log-odds of an upgrade. Who has a small cabin or none at night upgrades, loyal people more so;
     * wind matters only to those without an outside cabin; large parties seldom; long before departure seldom. Nationality,
     * channel and vehicle do not matter.
     */
    static double chance(
            int cabin, int loyalty, int party, double wind, int lead, double price, boolean night, int age) {
        double odds = -2.9
                + (cabin == 1 ? 1.3 : cabin == 3 ? -2.5 : 0)
                + (night && cabin == 0 ? 2.0 : 0)
                + 0.6 * loyalty
                + (loyalty == 3 && cabin == 1 ? 1.0 : 0)
                + (cabin <= 1 ? 0.14 * (wind - 6.5) : 0)
                - (party >= 4 ? 1.4 : 0)
                - 0.012 * Math.min(lead, 90)
                + (age >= 35 && age < 60 ? 0.8 : 0)
                - 0.0016 * (price - 220);
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** Makes some records wrong, each in another way that a contract can prove. */
    static Spoiled spoil(List<String> correct) {
        var lines = new ArrayList<>(correct);
        var faults = new TreeMap<Integer, String>();
        change(lines, faults, 0.07, "age", "212", "nobody is 212 years old");
        change(lines, faults, 0.13, "price", "-999.00", "a negative price");
        change(lines, faults, 0.21, "cabin", "Inside ", "a spelling of 'inside'");
        change(lines, faults, 0.34, "route", "", "no route");
        change(lines, faults, 0.42, "wind_forecast", "n/a", "text in a column of numbers");
        change(lines, faults, 0.58, "departs", "2025-06-31T12:00", "a day that does not exist");
        change(lines, faults, 0.66, "loyalty", "silverr", "a spelling of 'silver'");
        int copied = at(lines, 0.5);
        change(
                lines,
                faults,
                0.77,
                "booking",
                field(lines.get(copied), "booking"),
                "the key of record " + (copied + 1));
        int cut = at(lines, 0.88);
        lines.set(
                cut,
                lines.get(cut)
                        .substring(
                                0,
                                lines.get(cut).lastIndexOf(',', lines.get(cut).length() / 2)));
        faults.put(cut + 1, "the line is cut off");
        return new Spoiled(List.copyOf(lines), faults);
    }

    private static int at(List<String> lines, double share) {
        return (int) (lines.size() * share);
    }

    private static void change(
            List<String> lines, Map<Integer, String> faults, double share, String column, String value, String fault) {
        int line = at(lines, share);
        var fields = lines.get(line).split(",", -1);
        fields[COLUMNS.indexOf(column)] = value;
        lines.set(line, String.join(",", fields));
        faults.put(line + 1, fault);
    }

    private static String field(String line, String column) {
        return line.split(",", -1)[COLUMNS.indexOf(column)];
    }

    private static String fixed(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private int pick(double... shares) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        double drawn = random.nextDouble() * total;
        for (int i = 0; i < shares.length - 1; i++) {
            drawn -= shares[i];
            if (drawn < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    /** Marsaglia's polar method on StrictMath, so that every machine draws the same. */
    private double normal() {
        double x;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
    }
}
