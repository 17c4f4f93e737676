// Pages that stand alone: no scripts, nothing loaded, light and dark, on paper too.
#pragma once

#include <string>
#include <string_view>

namespace calque {

// What stands for a character that is markup in HTML and XML, between double quotes too: "&lt;" for '<'. Nothing for
// any other.
std::string_view entity_of(char character);

// `text` for the content of an element or for a quoted attribute: what is markup becomes an entity, and characters that
// a browser would obey without showing them (control, direction and other invisible ones) are shown as escapes, as
// safe_for_terminal does. White space of any kind is a space.
void append_html(std::string_view text, std::string& out);

// The colours of all pages as custom properties (--ground, --ink, --muted, --rule, --soft, --machine, --human, --minor,
// and those of the kinds of findings) of elements of the class "calque".
std::string_view colors_css();

// A page up to where its content begins, with the colours, what all pages share, and `style`; `style` is ours, `title`
// may be anyone's.
std::string html_begin(std::string_view title, std::string_view style);
std::string_view html_end();

}  // namespace calque
