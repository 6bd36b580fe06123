package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One operation, declared once: route, parser, validator, guard and API document all come from this.
///
/// The records carry the rules; see `docs/guide/web.md` for the types and constraints they may use. What
/// makes no sense is refused when the server is built, with the operation and the component in the message.
///
/// @param <P> query and path parameters
/// @param <B> the body
/// @param <W> who is calling
/// @param <A> what it answers
public final class Operation<P, B, W, A> {
    private final Api api;
    /// As an operation of GET it takes its form from the query.
    private final List<String> methods;

    private final PathTemplate path;
    private final List<String> tags = new ArrayList<>();
    private final List<ProblemType> refusals = new ArrayList<>();
    /// Status to the record of its body; [None] where there is no body. In the order declared.
    private final Map<Integer, Class<?>> answers = new LinkedHashMap<>();

    /// Other forms of the first of them.
    private final List<String> mediaTypes = new ArrayList<>();

    private Class<?> parameters = None.class;
    private Class<?> body = None.class;
    private BodyFormat bodyFormat = BodyFormat.JSON;
    private boolean ignoresUnknown;
    private Class<?> answerBody = None.class;
    private Optional<Guard<?>> guard = Optional.empty();
    private Optional<OwnForms> ownForms = Optional.empty();
    private Optional<Cors> cors = Optional.empty();
    private ErrorFormat errors;
    private boolean hidden;
    private String summary = "";
    private String description = "";
    private String id = "";
    private Optional<String> example = Optional.empty();
    private Function<Call<P, B, W>, Answer<A>> handler;
    private Optional<Function<Rejected, Answer<A>>> whenInvalid = Optional.empty();

    Operation(Api api, List<String> methods, PathTemplate path, ErrorFormat errors) {
        this.api = api;
        this.methods = List.copyOf(methods);
        this.path = path;
        this.errors = errors;
    }

    public Operation<P, B, W, A> tag(String tag) {
        tags.add(tag);
        return this;
    }

    public Operation<P, B, W, A> summary(String text) {
        summary = text;
        return this;
    }

    /// More than a line, Markdown.
    public Operation<P, B, W, A> description(String text) {
        description = text;
        return this;
    }

    /// A body as somebody would send it, JSON, for the API documents. Without it one is made that has
    /// every member, which shows what there is, but often makes no sense as a whole.
    public Operation<P, B, W, A> example(String json) {
        example = Optional.of(json);
        return this;
    }

    /// The `operationId`, which client generators turn into a method name; without it one is made of method
    /// and path.
    public Operation<P, B, W, A> id(String operationId) {
        id = operationId;
        return this;
    }

    /// Only callers whom the guard admits. It runs before parameters and body are looked at.
    public <V> Operation<P, B, V, A> requires(Guard<V> guard) {
        this.guard = Optional.of(guard);
        return retyped();
    }

    /// A record: components named in the path template are path parameters, the others query parameters.
    public <Q> Operation<Q, B, W, A> parameters(Class<Q> record) {
        parameters = record;
        return retyped();
    }

    /// The JSON body, a record.
    public <C> Operation<P, C, W, A> takes(Class<C> record) {
        body = record;
        bodyFormat = BodyFormat.JSON;
        return retyped();
    }

    /// The JSON body, a record that is strict elsewhere: here members that it does not know are passed over,
    /// as a protocol may want it.
    public <C> Operation<P, C, W, A> takesLoosely(Class<C> record) {
        ignoresUnknown = true;
        return takes(record);
    }

    /// A form, a record: `application/x-www-form-urlencoded` in the body, and in the query where the
    /// operation is asked by GET. Components are scalars or lists of them; a parameter that is no list and
    /// stands twice is a fault. See [IgnoreUnknown] and [EmptyIsAbsent].
    public <C> Operation<P, C, W, A> takesForm(Class<C> record) {
        body = record;
        bodyFormat = BodyFormat.FORM;
        return retyped();
    }

    /// Takes the form from our own pages only: each holds a token, made by [FormTokens#of(String)] from one
    /// of these cookies, in a hidden input named `csrf`. The form's record need not know of it.
    public Operation<P, B, W, A> fromOwnPages(FormTokens tokens, Cookie... cookies) {
        ownForms = Optional.of(new OwnForms(tokens, List.of(cookies)));
        return this;
    }

    /// Lets scripts of other sites call it.
    public Operation<P, B, W, A> cors(Cors cors) {
        this.cors = Optional.of(cors);
        return this;
    }

    /// How refusals and faults are written; without it as the [Api] says, which is as problems.
    public Operation<P, B, W, A> errorsAs(ErrorFormat format) {
        errors = format;
        return this;
    }

    /// Leaves the operation out of the API documents.
    public Operation<P, B, W, A> hidden() {
        hidden = true;
        return this;
    }

    /// A JSON answer. The first status declared is what [Answer#of(Object)] answers with. Several statuses
    /// may share one record.
    public <T> Operation<P, B, W, T> answers(int status, Class<T> record) {
        if (answerBody != None.class && answerBody != record) {
            throw new IllegalArgumentException(this + " answers both " + answerBody.getSimpleName() + " and "
                    + record.getSimpleName() + ": an operation answers one record");
        }
        declare(status, record);
        answerBody = record;
        return retyped();
    }

    /// The same answer in another form, [Answer#written] or [Answer#streamed]: text of this type, for callers
    /// who agreed on it.
    public Operation<P, B, W, A> answersAs(String mediaType) {
        mediaTypes.add(mediaType);
        return this;
    }

    /// An HTML page, [Answer#page]. It has status 200 when the answer names none.
    ///
    /// @param statuses those besides 200: 400 for a form that is shown once more
    public Operation<P, B, W, Page> answersPage(int... statuses) {
        answers.put(200, Page.class);
        for (int status : statuses) answers.put(status, Page.class);
        answerBody = Page.class;
        return retyped();
    }

    /// An answer without a body.
    public Operation<P, B, W, A> answers(int status) {
        declare(status, None.class);
        return this;
    }

    /// It may send the caller elsewhere, see [Answer#redirect(URI)].
    public Operation<P, B, W, A> redirects() {
        answers.put(Redirect.STATUS, None.class);
        return this;
    }

    /// What the handler may refuse with; 400, 413, 415, 422, 500 and the guard's own need not be named.
    public Operation<P, B, W, A> refuses(ProblemType... types) {
        refusals.addAll(List.of(types));
        return this;
    }

    /// Shows the form once more, with what is wrong, instead of refusing it. Declared after what is answered.
    public Operation<P, B, W, A> whenInvalid(Function<Rejected, Answer<A>> again) {
        whenInvalid = Optional.of(again);
        return this;
    }

    /// Ends the declaration and mounts it.
    public void to(Function<Call<P, B, W>, Answer<A>> handler) {
        if (answers.isEmpty()) throw new IllegalArgumentException(this + " does not say what it answers");
        refuseUnsafe();
        this.handler = handler;
        api.add(this);
    }

    private void refuseUnsafe() {
        if (cors.isPresent() && (answerBody == Page.class || answers.containsKey(Redirect.STATUS)))
            throw new IllegalArgumentException(
                    this + " shows pages or redirects browsers: that is for people, not for scripts of other sites");
        boolean posted = bodyFormat == BodyFormat.FORM && !methods.contains("GET");
        if (ownForms.isPresent() && !posted)
            throw new IllegalArgumentException(this + " takes no posted form that could come from our own pages");
        if (whenInvalid.isPresent() && bodyFormat != BodyFormat.FORM)
            throw new IllegalArgumentException(this + " takes no form that could be shown once more");
    }

    private void declare(int status, Class<?> record) {
        if (status < 200 || status > 299)
            throw new IllegalArgumentException(
                    this + " answers " + status + ": an answer is 200 to 299, the rest is for refuses(…)");
        if (status == 204 && record != None.class)
            throw new IllegalArgumentException(this + " answers 204, which has no body");
        if (answers.put(status, record) != null)
            throw new IllegalArgumentException(this + " declares answer " + status + " twice");
    }

    /// The type parameters only say what the fields above hold.
    @SuppressWarnings("unchecked")
    private <Q, C, V, T> Operation<Q, C, V, T> retyped() {
        return (Operation<Q, C, V, T>) this;
    }

    List<String> methods() {
        return methods;
    }

    PathTemplate path() {
        return path;
    }

    List<String> tags() {
        return tags;
    }

    String summary() {
        return summary;
    }

    String description() {
        return description;
    }

    Optional<String> example() {
        return example;
    }

    /// An operation of two methods has two entries in the API documents, and so two ids.
    String operationId(String method) {
        if (id.isEmpty()) return OperationId.of(method, path);
        return methods.getFirst().equals(method) ? id : id + "By" + OperationId.capitalised(method);
    }

    Class<?> parameters() {
        return parameters;
    }

    Class<?> body() {
        return body;
    }

    boolean ignoresUnknown() {
        return ignoresUnknown;
    }

    BodyFormat bodyFormat() {
        return bodyFormat;
    }

    Optional<Function<Rejected, Answer<A>>> whenInvalid() {
        return whenInvalid;
    }

    Optional<OwnForms> ownForms() {
        return ownForms;
    }

    Optional<Cors> cors() {
        return cors;
    }

    ErrorFormat errors() {
        return errors;
    }

    boolean isHidden() {
        return hidden;
    }

    Optional<Guard<?>> guard() {
        return guard;
    }

    /// `requires` is the only place that sets the guard, and it sets `W` to what that guard finds.
    @SuppressWarnings("unchecked")
    Optional<Guard<W>> guardOfCaller() {
        return guard.map(each -> (Guard<W>) each);
    }

    Map<Integer, Class<?>> answers() {
        return answers;
    }

    List<String> mediaTypes() {
        return mediaTypes;
    }

    List<ProblemType> refusals() {
        return refusals;
    }

    /// Those of the operation, of its guard, and of its forms.
    Set<ProblemType> allRefusals() {
        var all = new LinkedHashSet<>(refusals);
        if (ownForms.isPresent()) all.add(Problems.FORM_NOT_OURS);
        guard.ifPresent(each -> all.addAll(each.refuses()));
        return all;
    }

    Function<Call<P, B, W>, Answer<A>> handler() {
        return handler;
    }

    @Override
    public String toString() {
        return String.join(", ", methods) + " " + path;
    }
}
