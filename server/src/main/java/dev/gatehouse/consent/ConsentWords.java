package dev.gatehouse.consent;

import dev.gatehouse.web.language.Words;

/// What the page says on which people allow an application something.
public interface ConsentWords {

    Words<ConsentWords> WORDS = new Words<>(new English(), new Russian());

    /// @param client the application's name
    String title(String client);

    String asks();

    /// What a scope means, for somebody who has never heard of scopes; empty for one of the application's own.
    String scope(String name);

    /// Before the name of a scope without words.
    String access();

    /// How long it lasts.
    String life();

    String allow();

    String deny();

    String signedInAs();

    String useAnotherAccount();

    record English() implements ConsentWords {
        @Override
        public String title(String client) {
            return "Allow access for " + client + "?";
        }

        @Override
        public String asks() {
            return "This application would like to:";
        }

        @Override
        public String scope(String name) {
            return switch (name) {
                case "openid" -> "Know that it is you";
                case "profile" -> "See your name and your language";
                case "email" -> "See your e-mail address";
                case "groups" -> "See which groups you are in";
                case "roles" -> "See which roles you have";
                case "offline_access" -> "Stay connected while you are away";
                default -> "";
            };
        }

        @Override
        public String access() {
            return "Use the permission";
        }

        @Override
        public String life() {
            return "It never learns your password. What you allow here holds until you take it back.";
        }

        @Override
        public String allow() {
            return "Allow";
        }

        @Override
        public String deny() {
            return "Do not allow";
        }

        @Override
        public String signedInAs() {
            return "Signed in as";
        }

        @Override
        public String useAnotherAccount() {
            return "Use another account";
        }
    }

    record Russian() implements ConsentWords {
        @Override
        public String title(String client) {
            return "Разрешить доступ для " + client + "?";
        }

        @Override
        public String asks() {
            return "Приложение хотело бы:";
        }

        @Override
        public String scope(String name) {
            return switch (name) {
                case "openid" -> "Знать, что это вы";
                case "profile" -> "Видеть ваше имя и язык";
                case "email" -> "Видеть адрес вашей почты";
                case "groups" -> "Видеть, в каких вы группах";
                case "roles" -> "Видеть, какие у вас роли";
                case "offline_access" -> "Сохранять доступ, когда вас нет";
                default -> "";
            };
        }

        @Override
        public String access() {
            return "Пользоваться разрешением";
        }

        @Override
        public String life() {
            return "Ваш пароль приложение не узнает. Разрешение действует, пока вы его не отзовёте.";
        }

        @Override
        public String allow() {
            return "Разрешить";
        }

        @Override
        public String deny() {
            return "Не разрешать";
        }

        @Override
        public String signedInAs() {
            return "Вы вошли как";
        }

        @Override
        public String useAnotherAccount() {
            return "Другая учётная запись";
        }
    }
}
