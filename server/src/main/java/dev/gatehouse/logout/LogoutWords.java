package dev.gatehouse.logout;

import dev.gatehouse.web.language.Words;

/// What the pages say on which people sign out.
interface LogoutWords {

    Words<LogoutWords> WORDS = new Words<>(new English(), new Russian());

    String title();

    /// Before the button.
    String asks();

    /// The same when an application sent the person.
    String asksFor(String client);

    String signOut();

    String stay();

    String signedInAs();

    String signedOut();

    String signedOutAdvice();

    /// While applications hear of it, before the person goes on.
    String goingOn();

    String goOn();

    String signIn();

    /// The title of a frame, for people who hear the page.
    String frame();

    String cannot();

    String why(LogoutRules rule);

    String signOutHere();

    record English() implements LogoutWords {
        @Override
        public String title() {
            return "Sign out?";
        }

        @Override
        public String asks() {
            return "In this browser you will have to sign in again to go on.";
        }

        @Override
        public String asksFor(String client) {
            return "You come from " + client + ". If you sign out here, you will have to sign in again to go on, there"
                    + " and in other applications.";
        }

        @Override
        public String signOut() {
            return "Sign out";
        }

        @Override
        public String stay() {
            return "Stay signed in";
        }

        @Override
        public String signedInAs() {
            return "Signed in as";
        }

        @Override
        public String signedOut() {
            return "You are signed out";
        }

        @Override
        public String signedOutAdvice() {
            return "You may close this page.";
        }

        @Override
        public String goingOn() {
            return "Your applications are being told. You go on in a moment.";
        }

        @Override
        public String goOn() {
            return "Go on";
        }

        @Override
        public String signIn() {
            return "Sign in";
        }

        @Override
        public String frame() {
            return "An application signs you out";
        }

        @Override
        public String cannot() {
            return "The application did not ask for this properly";
        }

        @Override
        public String why(LogoutRules rule) {
            return switch (rule) {
                case HINT_IS_OURS -> "Its id_token_hint is no ID token that was issued here. You are not signed out.";
                case CLIENT_IS_THAT_OF_THE_HINT ->
                    "Its client_id is not the one that the id_token_hint was issued to. You are not signed out.";
                case CLIENT_IS_KNOWN -> "No application is registered under its client_id. You are not signed out.";
                case ADDRESS_HAS_A_CLIENT ->
                    "A post_logout_redirect_uri needs an id_token_hint or a client_id. You are not signed out.";
                case ADDRESS_IS_REGISTERED -> "Its post_logout_redirect_uri is not registered. You are not signed out.";
            };
        }

        @Override
        public String signOutHere() {
            return "Sign out here";
        }
    }

    record Russian() implements LogoutWords {
        @Override
        public String title() {
            return "Выйти?";
        }

        @Override
        public String asks() {
            return "Чтобы продолжить в этом браузере, придётся войти снова.";
        }

        @Override
        public String asksFor(String client) {
            return "Вы пришли из приложения " + client
                    + ". Если выйти здесь, то и в нём, и в других приложениях придётся" + " войти снова.";
        }

        @Override
        public String signOut() {
            return "Выйти";
        }

        @Override
        public String stay() {
            return "Остаться";
        }

        @Override
        public String signedInAs() {
            return "Вы вошли как";
        }

        @Override
        public String signedOut() {
            return "Вы вышли";
        }

        @Override
        public String signedOutAdvice() {
            return "Эту страницу можно закрыть.";
        }

        @Override
        public String goingOn() {
            return "Сообщаем об этом вашим приложениям. Через мгновение вы продолжите.";
        }

        @Override
        public String goOn() {
            return "Продолжить";
        }

        @Override
        public String signIn() {
            return "Войти";
        }

        @Override
        public String frame() {
            return "Выход из приложения";
        }

        @Override
        public String cannot() {
            return "Приложение ошиблось в запросе";
        }

        @Override
        public String why(LogoutRules rule) {
            return switch (rule) {
                case HINT_IS_OURS -> "Его id_token_hint — не ID-токен, выданный здесь. Вы не вышли.";
                case CLIENT_IS_THAT_OF_THE_HINT -> "Его client_id не тот, которому выдан id_token_hint. Вы не вышли.";
                case CLIENT_IS_KNOWN -> "Приложение с таким client_id не зарегистрировано. Вы не вышли.";
                case ADDRESS_HAS_A_CLIENT ->
                    "Вместе с post_logout_redirect_uri нужен id_token_hint или client_id. Вы не вышли.";
                case ADDRESS_IS_REGISTERED -> "Его post_logout_redirect_uri не зарегистрирован. Вы не вышли.";
            };
        }

        @Override
        public String signOutHere() {
            return "Выйти здесь";
        }
    }
}
