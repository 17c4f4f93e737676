// Self-contained pages: no scripts, nothing loaded, light, dark and print styles.
#pragma once

#include <string>
#include <string_view>

namespace calque {

// The entity of a character that is markup in HTML and XML, also between double quotes: "&lt;" for '<'. Empty for
// others.
std::string_view entity_of(char character);

// `text` for the content of an element or for a quoted attribute: markup becomes entities, and control, direction and
// other invisible characters, which a browser would obey, are shown as escapes, as in safe_for_terminal. White space of
// any kind becomes a space.
void append_html(std::string_view text, std::string& out);

// The colours of all pages as custom properties (--ground, --ink, --muted, --rule, --soft, --machine, --human, --minor,
// and those of the kinds of findings) on elements of the class "calque".
std::string_view colors_css();

// The page before its content, with the colours, the shared styles and `style`. `title` is escaped, `style` is not.
std::string html_begin(std::string_view title, std::string_view style);
std::string_view html_end();

}  // namespace calque
