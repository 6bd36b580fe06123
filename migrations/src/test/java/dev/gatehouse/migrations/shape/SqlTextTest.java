package dev.gatehouse.migrations.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            LENGTH( Email )<=254            | length(email) <= 254
            "order" > 0                     | "order" > 0
            "email" = 'It''s  Me'           | email = 'It''s  Me'
            a IN('x','Y')                   | a in ('x', 'Y')
            `a` = [b] -- why                | a = b
            X'0F'||y::text                  | X'0F' || y::text
            a/* no */=1.5e3                 | a = 1.5e3
            a>-2 and b in(-1)-+ 3           | a > -2 and b in (-1) - +3
            ((a))                           | ((a))
            """)
    void one_spelling_for_all(String sql, String spelled) {
        assertThat(SqlText.of(sql).sql()).isEqualTo(spelled);
        assertThat(SqlText.of(spelled).sql()).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            status in ('status')            | status | state | state in ('status')
            status(status) = "status"       | status | state | status(state) = state
            a > 0                           | b      | c     | a > 0
            a > 0                           | a      | order | "order" > 0
            """)
    void a_rename_follows_the_column_and_nothing_else(String sql, String column, String newName, String renamed) {
        assertThat(SqlText.of(sql).renamed(column, newName)).isEqualTo(renamed);
    }
}
