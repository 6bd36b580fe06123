package dev.gatehouse.signin;

import dev.gatehouse.web.language.Plural;
import dev.gatehouse.web.language.Words;

/// What the page of registration says.
interface RegisterWords {

    Words<RegisterWords> WORDS = new Words<>(new English(), new Russian());

    String title();

    String email();

    String name();

    String optional();

    String password();

    String passwordHint(int minimum);

    String invitation();

    String create();

    String accountAlready();

    String signIn();

    String badEmail();

    String badName();

    String noPassword();

    String emailTaken();

    String notInvited();

    String closed();

    String closedAdvice();

    String busy();

    /// @param rule by which a password was refused
    String objection(String rule, int minimum);

    record English() implements RegisterWords {
        @Override
        public String title() {
            return "Create an account";
        }

        @Override
        public String email() {
            return "E-mail address";
        }

        @Override
        public String name() {
            return "Name";
        }

        @Override
        public String optional() {
            return "(optional)";
        }

        @Override
        public String password() {
            return "New password";
        }

        @Override
        public String passwordHint(int minimum) {
            return "At least " + minimum + " " + Plural.english(minimum, "character", "characters")
                    + ". Several words in a row are easy to remember.";
        }

        @Override
        public String invitation() {
            return "Invitation";
        }

        @Override
        public String create() {
            return "Create account";
        }

        @Override
        public String accountAlready() {
            return "You have an account?";
        }

        @Override
        public String signIn() {
            return "Sign in";
        }

        @Override
        public String badEmail() {
            return "Enter an e-mail address such as alice@example.com.";
        }

        @Override
        public String badName() {
            return "Use 200 characters at the most.";
        }

        @Override
        public String noPassword() {
            return "Choose a password.";
        }

        @Override
        public String emailTaken() {
            return "This address already has an account. Sign in with it, or take another address.";
        }

        @Override
        public String notInvited() {
            return "This invitation is unknown, used or expired. Ask for a new one.";
        }

        @Override
        public String closed() {
            return "Registration is closed";
        }

        @Override
        public String closedAdvice() {
            return "Ask whoever runs this service to make an account for you.";
        }

        @Override
        public String busy() {
            return "Too many people are coming at this moment. Try again shortly.";
        }

        @Override
        public String objection(String rule, int minimum) {
            return switch (rule) {
                case "min_length" -> "Use at least " + minimum + " characters.";
                case "repeats" -> "Do not repeat a few characters; take several words instead.";
                case "runs" -> "Do not follow the alphabet, the digits or the keyboard.";
                case "common" -> "This is among the most used passwords; choose another.";
                case "context" -> "Do not build it from your e-mail address, your name or this service's name.";
                default -> "Choose another password.";
            };
        }
    }

    record Russian() implements RegisterWords {
        @Override
        public String title() {
            return "Новая учётная запись";
        }

        @Override
        public String email() {
            return "Электронная почта";
        }

        @Override
        public String name() {
            return "Имя";
        }

        @Override
        public String optional() {
            return "(необязательно)";
        }

        @Override
        public String password() {
            return "Новый пароль";
        }

        @Override
        public String passwordHint(int minimum) {
            return "Не меньше " + minimum + " " + Plural.russian(minimum, "символа", "символов", "символов")
                    + ". Несколько слов подряд легко запомнить.";
        }

        @Override
        public String invitation() {
            return "Приглашение";
        }

        @Override
        public String create() {
            return "Создать";
        }

        @Override
        public String accountAlready() {
            return "Уже есть учётная запись?";
        }

        @Override
        public String signIn() {
            return "Войти";
        }

        @Override
        public String badEmail() {
            return "Введите адрес вида alice@example.com.";
        }

        @Override
        public String badName() {
            return "Не больше 200 символов.";
        }

        @Override
        public String noPassword() {
            return "Придумайте пароль.";
        }

        @Override
        public String emailTaken() {
            return "У этого адреса уже есть учётная запись. Войдите с ним или укажите другой адрес.";
        }

        @Override
        public String notInvited() {
            return "Приглашение неизвестно, использовано или просрочено. Попросите новое.";
        }

        @Override
        public String closed() {
            return "Регистрация закрыта";
        }

        @Override
        public String closedAdvice() {
            return "Попросите администратора сервиса создать вам учётную запись.";
        }

        @Override
        public String busy() {
            return "Сейчас слишком много желающих. Попробуйте чуть позже.";
        }

        @Override
        public String objection(String rule, int minimum) {
            return switch (rule) {
                case "min_length" ->
                    "Нужно не меньше " + minimum + " " + Plural.russian(minimum, "символа", "символов", "символов")
                            + ".";
                case "repeats" -> "Не повторяйте одни и те же символы: лучше несколько слов.";
                case "runs" -> "Не берите подряд буквы алфавита, цифры или клавиши.";
                case "common" -> "Это один из самых частых паролей; придумайте другой.";
                case "context" -> "Не составляйте пароль из своего адреса, имени или названия сервиса.";
                default -> "Придумайте другой пароль.";
            };
        }
    }
}
