package dev.gatehouse.page;

import dev.gatehouse.web.language.Words;

/// What stands around every page.
public interface FrameWords {

    Words<FrameWords> WORDS = new Words<>(new English(), new Russian());

    String language();

    String requestNumber();

    String showPassword();

    String hidePassword();

    String tooLate();

    String startAgain();

    record English() implements FrameWords {
        @Override
        public String language() {
            return "Language";
        }

        @Override
        public String requestNumber() {
            return "Number of this request";
        }

        @Override
        public String showPassword() {
            return "Show password";
        }

        @Override
        public String hidePassword() {
            return "Hide password";
        }

        @Override
        public String tooLate() {
            return "This page has expired";
        }

        @Override
        public String startAgain() {
            return "Go back to the application that sent you here and start once more.";
        }
    }

    record Russian() implements FrameWords {
        @Override
        public String language() {
            return "Язык";
        }

        @Override
        public String requestNumber() {
            return "Номер запроса";
        }

        @Override
        public String showPassword() {
            return "Показать пароль";
        }

        @Override
        public String hidePassword() {
            return "Скрыть пароль";
        }

        @Override
        public String tooLate() {
            return "Срок действия страницы истёк";
        }

        @Override
        public String startAgain() {
            return "Вернитесь в приложение, из которого пришли, и начните ещё раз.";
        }
    }
}
