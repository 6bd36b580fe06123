package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;

@Doc("Which part of what was found this is.")
record PageResultView(
        @Doc("Send it as `page.token` with the same search to get the next page; empty on the last.")
        String nextToken,

        @Doc("How many results are here.") int count,
        @Doc("How many were found, all pages together.") int total) {

    static PageResultView of(Paging.Part part, int total) {
        return new PageResultView(
                part.next().map(PageToken::text).orElse(""), part.ids().size(), total);
    }
}
