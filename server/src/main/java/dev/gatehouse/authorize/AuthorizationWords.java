package dev.gatehouse.authorize;

import dev.gatehouse.web.language.Words;

/// What stands on the pages of this room.
interface AuthorizationWords {

    Words<AuthorizationWords> WORDS = new Words<>(new English(), new Russian());

    String cannotGoOn();

    String why(RequestReader.Reason reason);

    String backToApplication();

    String goOn();

    record English() implements AuthorizationWords {
        @Override
        public String cannotGoOn() {
            return "The application asked in a way that cannot be answered";
        }

        @Override
        public String why(RequestReader.Reason reason) {
            var what = switch (reason) {
                case CLIENT_ID_MISSING -> "The address has no client_id, or more than one.";
                case CLIENT_UNKNOWN -> "No application is registered here under this client_id.";
                case REQUEST_URI_UNKNOWN -> "This request_uri is unknown, used or expired, or another application's.";
                case REQUEST_URI_ELSEWHERE -> "A request_uri is taken only from /oauth2/par.";
                case REQUEST_OBJECT_REFUSED -> "The request object in request cannot be accepted.";
                case REDIRECT_URI_MISSING -> "The address has no redirect_uri, or more than one.";
                case REDIRECT_URI_NOT_REGISTERED ->
                    "This redirect_uri is not registered for the application; it must match to the letter.";
            };
            return what + " You cannot mend this yourself: tell whoever runs the application.";
        }

        @Override
        public String backToApplication() {
            return "Back to the application";
        }

        @Override
        public String goOn() {
            return "Go on";
        }
    }

    record Russian() implements AuthorizationWords {
        @Override
        public String cannotGoOn() {
            return "На запрос приложения нельзя ответить";
        }

        @Override
        public String why(RequestReader.Reason reason) {
            var what = switch (reason) {
                case CLIENT_ID_MISSING -> "В адресе нет client_id, или он указан несколько раз.";
                case CLIENT_UNKNOWN -> "Под этим client_id здесь не зарегистрировано ни одно приложение.";
                case REQUEST_URI_UNKNOWN ->
                    "Этот request_uri неизвестен, уже использован, истёк или принадлежит другому приложению.";
                case REQUEST_URI_ELSEWHERE -> "Принимается только request_uri, полученный от /oauth2/par.";
                case REQUEST_OBJECT_REFUSED -> "Объект запроса в параметре request принять нельзя.";
                case REDIRECT_URI_MISSING -> "В адресе нет redirect_uri, или он указан несколько раз.";
                case REDIRECT_URI_NOT_REGISTERED ->
                    "Этот redirect_uri не зарегистрирован для приложения; он должен совпадать буква в букву.";
            };
            return what + " Вы не можете исправить это сами: сообщите тем, кто отвечает за приложение.";
        }

        @Override
        public String backToApplication() {
            return "Назад в приложение";
        }

        @Override
        public String goOn() {
            return "Продолжить";
        }
    }
}
