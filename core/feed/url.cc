#include "feed/url.h"

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/ascii.h"

namespace calque {
namespace {

struct CloseIdna {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

// "münchen.de" -> "xn--mnchen-3ya.de", so that both are one host. An invalid name is unchanged.
std::string as_ascii(const std::string& host) {
  if (std::ranges::none_of(host, [](char c) { return (c & 0x80) != 0; })) return host;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, CloseIdna> idna(uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &error));
  if (U_FAILURE(error)) return host;
  constexpr std::size_t kMostNameBytes = 255;
  std::array<char, kMostNameBytes> name;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const int size = uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<int>(host.size()), name.data(),
                                          static_cast<int>(name.size()), &info, &error);
  const bool is_name = U_SUCCESS(error) && info.errors == 0 && size > 0 && size <= static_cast<int>(name.size());
  return is_name ? std::string(name.data(), static_cast<std::size_t>(size)) : host;
}

// What follows "http://" or, in links that go on with the page's own scheme, "//".
std::string_view after_scheme(std::string_view url) {
  const std::size_t scheme = url.starts_with("//") ? 0 : url.find("://");
  if (scheme == std::string_view::npos) return {};
  return url.substr(scheme + (scheme == 0 ? 2 : 3));
}

}  // namespace

std::string host_of(std::string_view url) {
  url = after_scheme(trim(url));
  std::string_view host = url.substr(0, url.find_first_of("/?#\\"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  host = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string lower(host);
  std::ranges::transform(lower, lower.begin(), to_lower);
  lower = as_ascii(lower);
  return lower.starts_with("www.") ? lower.substr(4) : lower;
}

}  // namespace calque
