package dev.gatehouse.signin;

import dev.gatehouse.page.WaitWords;
import dev.gatehouse.web.language.Words;
import java.time.Duration;

/// What the pages of signing in and out say.
interface SignInWords {

    Words<SignInWords> WORDS = new Words<>(new English(), new Russian());

    String title();

    /// Before the name of an application.
    String toContinueTo();

    String email();

    String password();

    String signIn();

    String noAccountYet();

    String createAccount();

    String giveBoth();

    String wrongCredentials();

    String disabled();

    String throttled(Duration wait);

    String busy();

    String signedIn();

    String signedInAs();

    String useAnotherAccount();

    String signOut();

    String chooseTitle();

    String continueWith();

    record English() implements SignInWords {
        @Override
        public String title() {
            return "Sign in";
        }

        @Override
        public String toContinueTo() {
            return "to continue to";
        }

        @Override
        public String email() {
            return "E-mail address";
        }

        @Override
        public String password() {
            return "Password";
        }

        @Override
        public String signIn() {
            return "Sign in";
        }

        @Override
        public String noAccountYet() {
            return "No account yet?";
        }

        @Override
        public String createAccount() {
            return "Create one";
        }

        @Override
        public String giveBoth() {
            return "Enter your e-mail address and your password.";
        }

        @Override
        public String wrongCredentials() {
            return "The e-mail address or the password is wrong. Check both and try again.";
        }

        @Override
        public String disabled() {
            return "This account is disabled. Ask whoever runs this service.";
        }

        @Override
        public String throttled(Duration wait) {
            return "There were too many failed attempts. Wait " + WaitWords.english(wait) + ", then try again.";
        }

        @Override
        public String busy() {
            return "Too many people are signing in at this moment. Try again shortly.";
        }

        @Override
        public String signedIn() {
            return "You are signed in";
        }

        @Override
        public String signedInAs() {
            return "Signed in as";
        }

        @Override
        public String useAnotherAccount() {
            return "Use another account";
        }

        @Override
        public String signOut() {
            return "Sign out";
        }

        @Override
        public String chooseTitle() {
            return "Choose an account";
        }

        @Override
        public String continueWith() {
            return "Continue with this account";
        }
    }

    record Russian() implements SignInWords {
        @Override
        public String title() {
            return "Вход";
        }

        @Override
        public String toContinueTo() {
            return "чтобы продолжить в";
        }

        @Override
        public String email() {
            return "Электронная почта";
        }

        @Override
        public String password() {
            return "Пароль";
        }

        @Override
        public String signIn() {
            return "Войти";
        }

        @Override
        public String noAccountYet() {
            return "Ещё нет учётной записи?";
        }

        @Override
        public String createAccount() {
            return "Создать";
        }

        @Override
        public String giveBoth() {
            return "Введите адрес электронной почты и пароль.";
        }

        @Override
        public String wrongCredentials() {
            return "Неверный адрес почты или пароль. Проверьте и попробуйте ещё раз.";
        }

        @Override
        public String disabled() {
            return "Эта учётная запись отключена. Обратитесь к администратору сервиса.";
        }

        @Override
        public String throttled(Duration wait) {
            return "Слишком много неудачных попыток. Подождите " + WaitWords.russian(wait) + " и попробуйте снова.";
        }

        @Override
        public String busy() {
            return "Сейчас входит слишком много людей. Попробуйте чуть позже.";
        }

        @Override
        public String signedIn() {
            return "Вы вошли";
        }

        @Override
        public String signedInAs() {
            return "Вы вошли как";
        }

        @Override
        public String useAnotherAccount() {
            return "Другая учётная запись";
        }

        @Override
        public String signOut() {
            return "Выйти";
        }

        @Override
        public String chooseTitle() {
            return "Выберите учётную запись";
        }

        @Override
        public String continueWith() {
            return "Продолжить с этой";
        }
    }
}
