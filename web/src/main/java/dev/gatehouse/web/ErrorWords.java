package dev.gatehouse.web;

/// What error pages say. Whatever a caller sent is not among it: an error page tells an attacker nothing.
interface ErrorWords {
    /// @param title what happened
    /// @param advice what to do now
    record Text(String title, String advice) {}

    Text badRequest();

    Text formNotOurs();

    Text notAllowed();

    Text noSuchPage();

    Text otherMethod();

    Text tooLarge();

    Text busy();

    Text ourFault();

    record English() implements ErrorWords {
        @Override
        public Text badRequest() {
            return new Text("This request makes no sense", "Go back to where you came from and try once more.");
        }

        @Override
        public Text formNotOurs() {
            return new Text(
                    "This form is no longer valid",
                    "Go back, load the page again and repeat what you did. Your browser must allow cookies for this site.");
        }

        @Override
        public Text notAllowed() {
            return new Text("You may not do this", "Sign in with another account, or ask whoever runs this service.");
        }

        @Override
        public Text noSuchPage() {
            return new Text(
                    "There is no such page", "Look at the address once more, or go back to where you came from.");
        }

        @Override
        public Text otherMethod() {
            return new Text("This address is not for that", "Go back and use the buttons of the page.");
        }

        @Override
        public Text tooLarge() {
            return new Text("That is too much", "Send less at once.");
        }

        @Override
        public Text busy() {
            return new Text("Too many are asking at once", "Wait a moment and load the page again.");
        }

        @Override
        public Text ourFault() {
            return new Text(
                    "Something went wrong on our side",
                    "Try again in a moment. If it goes on, tell us the number below: it leads us to what happened.");
        }
    }

    record Russian() implements ErrorWords {
        @Override
        public Text badRequest() {
            return new Text("Запрос не удалось понять", "Вернитесь туда, откуда пришли, и попробуйте ещё раз.");
        }

        @Override
        public Text formNotOurs() {
            return new Text(
                    "Форма больше не действует",
                    "Вернитесь назад, обновите страницу и повторите действие. Браузер должен разрешать этому сайту файлы cookie.");
        }

        @Override
        public Text notAllowed() {
            return new Text(
                    "Это вам недоступно",
                    "Войдите под другой учётной записью или обратитесь к администратору сервиса.");
        }

        @Override
        public Text noSuchPage() {
            return new Text("Такой страницы нет", "Проверьте адрес или вернитесь туда, откуда пришли.");
        }

        @Override
        public Text otherMethod() {
            return new Text("Этот адрес для другого", "Вернитесь назад и воспользуйтесь кнопками на странице.");
        }

        @Override
        public Text tooLarge() {
            return new Text("Слишком много данных", "Отправьте меньше за один раз.");
        }

        @Override
        public Text busy() {
            return new Text("Слишком много запросов сразу", "Подождите немного и обновите страницу.");
        }

        @Override
        public Text ourFault() {
            return new Text(
                    "У нас что-то пошло не так",
                    "Попробуйте чуть позже. Если не поможет, сообщите нам номер ниже: по нему мы найдём, что случилось.");
        }
    }
}
