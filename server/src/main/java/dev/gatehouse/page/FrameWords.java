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

    String aboutApplication();

    String home();

    String policy();

    String terms();

    String forDevelopers();

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

        @Override
        public String aboutApplication() {
            return "About the application";
        }

        @Override
        public String home() {
            return "Website";
        }

        @Override
        public String policy() {
            return "Privacy policy";
        }

        @Override
        public String terms() {
            return "Terms of use";
        }

        @Override
        public String forDevelopers() {
            return "For its developers";
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

        @Override
        public String aboutApplication() {
            return "О приложении";
        }

        @Override
        public String home() {
            return "Сайт";
        }

        @Override
        public String policy() {
            return "Политика конфиденциальности";
        }

        @Override
        public String terms() {
            return "Условия использования";
        }

        @Override
        public String forDevelopers() {
            return "Для разработчиков приложения";
        }
    }
}
