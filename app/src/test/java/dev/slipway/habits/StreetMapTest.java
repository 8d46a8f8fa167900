package dev.slipway.habits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreetMapTest {
    private static final StreetMap MAP = StreetMap.read("""
            | module | purpose | packages | sees | libraries |
            |---|---|---|---|---|
            | `core` | base | `problem` `table` `left` `right` | – | `org.csv` |
            | `store` | keeps | `database` `runs` | `core` | `org.sql` |

            | package | stands on |
            |---|---|
            | `problem` | – |
            | `table` | `problem` |
            | `left` | `table` |
            | `right` | `table` |
            """);

    @Test
    void a_package_sees_what_it_stands_on_and_what_that_stands_on() {
        assertThat(MAP.maySee("left", "table")).isTrue();
        assertThat(MAP.maySee("left", "problem")).isTrue();
    }

    @Test
    void siblings_and_the_way_back_are_closed() {
        assertThat(MAP.maySee("left", "right")).isFalse();
        assertThat(MAP.maySee("problem", "table")).isFalse();
        assertThat(MAP.maySee("table", "database")).isFalse();
    }

    @Test
    void a_module_sees_every_package_of_the_modules_in_its_row() {
        assertThat(MAP.maySee("runs", "left")).isTrue();
        assertThat(MAP.maySee("runs", "database")).isTrue();
    }

    @Test
    void a_library_is_a_whole_package_name_and_belongs_to_one_row() {
        var store = MAP.home("runs").orElseThrow();

        assertThat(store.mayUse("org.sql.driver")).isTrue();
        assertThat(store.mayUse("org.sqlite")).isFalse();
        assertThat(store.mayUse("org.csv")).isFalse();
    }

    @Test
    void a_package_that_nobody_drew_has_no_home() {
        assertThat(MAP.home("util")).isEmpty();
    }
}
