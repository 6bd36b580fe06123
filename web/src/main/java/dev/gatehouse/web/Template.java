package dev.gatehouse.web;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;

/// A page's template: the `render` of a class that was generated from a `.jte` file when the project was built,
/// `JtepasswordGenerated::render`. The compiler sees that the model is the one that the template asks for, and
/// nothing is parsed, looked up or compiled while the server runs.
///
/// @param <M> the template's one parameter
@FunctionalInterface
public interface Template<M> {
    /// @param out escapes what is written by where it stands: text, attribute, URL
    /// @param interceptor null: nothing looks at the tags on their way
    void render(HtmlTemplateOutput out, HtmlInterceptor interceptor, M model);
}
