package dev.gatehouse.device;

import dev.gatehouse.page.WaitWords;
import dev.gatehouse.web.language.Words;
import java.time.Duration;

/// What the pages say on which people decide about a device.
interface DeviceWords {

    Words<DeviceWords> WORDS = new Words<>(new English(), new Russian());

    String title();

    String enter();

    /// When a link has brought the code along.
    String compare();

    String code();

    String goOn();

    String malformed();

    String unknown();

    String expired();

    String decided();

    String throttled(Duration wait);

    /// Before the code, where the person decides.
    String deviceShows();

    /// Against somebody who sends other people his own device's code.
    String warning();

    String allowedTitle();

    String allowed(String client);

    String deniedTitle();

    String denied(String client);

    record English() implements DeviceWords {
        @Override
        public String title() {
            return "Connect a device";
        }

        @Override
        public String enter() {
            return "Type in the code that your device shows.";
        }

        @Override
        public String compare() {
            return "Go on only if your device shows exactly this code.";
        }

        @Override
        public String code() {
            return "Code";
        }

        @Override
        public String goOn() {
            return "Continue";
        }

        @Override
        public String malformed() {
            return "A code has eight letters. Look at your device and type it in again.";
        }

        @Override
        public String unknown() {
            return "No device shows this code. Compare it with your device and type it in again.";
        }

        @Override
        public String expired() {
            return "This code has expired. Let your device show a new one and type that in.";
        }

        @Override
        public String decided() {
            return "This code has been used already. Let your device show a new one and type that in.";
        }

        @Override
        public String throttled(Duration wait) {
            return "Too many codes were wrong. Wait " + WaitWords.english(wait) + ", then try again.";
        }

        @Override
        public String deviceShows() {
            return "Your device shows";
        }

        @Override
        public String warning() {
            return "Allow this only if you started it yourself and the device is in front of you. Whoever sends you a"
                    + " code wants to get at your account.";
        }

        @Override
        public String allowedTitle() {
            return "Your device is connected";
        }

        @Override
        public String allowed(String client) {
            return "You can close this page. " + client + " goes on by itself in a few seconds.";
        }

        @Override
        public String deniedTitle() {
            return "Nothing was allowed";
        }

        @Override
        public String denied(String client) {
            return client + " gets no access. You can close this page.";
        }
    }

    record Russian() implements DeviceWords {
        @Override
        public String title() {
            return "Подключение устройства";
        }

        @Override
        public String enter() {
            return "Введите код, который показывает устройство.";
        }

        @Override
        public String compare() {
            return "Продолжайте, только если устройство показывает именно этот код.";
        }

        @Override
        public String code() {
            return "Код";
        }

        @Override
        public String goOn() {
            return "Продолжить";
        }

        @Override
        public String malformed() {
            return "В коде восемь латинских букв. Посмотрите на устройство и введите код ещё раз.";
        }

        @Override
        public String unknown() {
            return "Такого кода нет ни на одном устройстве. Сверьте его и введите ещё раз.";
        }

        @Override
        public String expired() {
            return "Срок действия кода истёк. Получите на устройстве новый код и введите его.";
        }

        @Override
        public String decided() {
            return "Этот код уже использован. Получите на устройстве новый код и введите его.";
        }

        @Override
        public String throttled(Duration wait) {
            return "Слишком много неверных кодов. Подождите " + WaitWords.russian(wait) + " и попробуйте снова.";
        }

        @Override
        public String deviceShows() {
            return "Устройство показывает";
        }

        @Override
        public String warning() {
            return "Разрешайте, только если вы начали это сами и устройство перед вами. Тот, кто прислал вам код,"
                    + " хочет получить доступ к вашей учётной записи.";
        }

        @Override
        public String allowedTitle() {
            return "Устройство подключено";
        }

        @Override
        public String allowed(String client) {
            return "Страницу можно закрыть. Через несколько секунд «" + client + "» продолжит работу.";
        }

        @Override
        public String deniedTitle() {
            return "Доступ не разрешён";
        }

        @Override
        public String denied(String client) {
            return "«" + client + "» не получит доступа. Страницу можно закрыть.";
        }
    }
}
