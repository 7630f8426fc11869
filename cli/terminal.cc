#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <clocale>
#include <cstdlib>
#include <cwchar>
#include <limits>
#include <memory>

namespace tallywire::cli {
namespace {

constexpr size_t kUnbounded = std::numeric_limits<size_t>::max();  // files and pipes: nothing needs to be cut
constexpr size_t kUsualWidth = 80;
constexpr std::string_view kReplacement = "\uFFFD";
constexpr char kEscape = '\033';

// Makes wcwidth know Unicode in this thread, whatever the user's locale is, for as long as it lives.
class UnicodeLocale {
 public:
  UnicodeLocale() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(locale_)) {}
  ~UnicodeLocale() {
    uselocale(before_);
    if (locale_ != nullptr) freelocale(locale_);
  }
  UnicodeLocale(const UnicodeLocale&) = delete;
  UnicodeLocale& operator=(const UnicodeLocale&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

struct Glyph {
  size_t bytes = 1;
  size_t columns = 1;
};

size_t SequenceLength(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// The character, or the colour sequence, at the front of `text`, which is not empty.
Glyph FirstGlyph(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (text.front() == kEscape) {
    const size_t end = text.find('m');
    return {end == std::string_view::npos ? text.size() : end + 1, 0};
  }
  if (lead < 0x80) return {1, 1};
  const size_t length = std::min(SequenceLength(lead), text.size());
  char32_t code = lead & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; ++i) code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  const int columns = wcwidth(static_cast<wchar_t>(code));
  return {length, columns < 0 ? 1 : static_cast<size_t>(columns)};
}

}  // namespace

bool OutputIsTerminal() { return isatty(STDOUT_FILENO) != 0; }

bool UseColor(ColorMode mode) {
  if (mode != ColorMode::kAuto) return mode == ColorMode::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  return OutputIsTerminal() && (no_color == nullptr || no_color[0] == '\0') && !dumb;
}

size_t OutputWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr) {
    const std::string_view text(columns);
    size_t width = 0;
    std::from_chars(text.data(), text.data() + text.size(), width);
    if (width > 0) return width;
  }
  return kUnbounded;
}

size_t MessageWidth() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualWidth;
}

std::string Printable(std::string_view text) {
  constexpr unsigned char kC1Lead = 0xC2;  // U+0080 to U+009F are C2 80 to C2 9F
  std::string printable;
  printable.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte == '\t') {
      printable += ' ';
    } else if (byte == kC1Lead && next >= 0x80 && next < 0xA0) {
      printable += kReplacement;
      ++i;
    } else if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
      printable += kReplacement;
    } else {
      printable += text[i];
    }
  }
  return printable;
}

size_t DisplayWidth(std::string_view text) {
  const UnicodeLocale locale;
  size_t width = 0;
  while (!text.empty()) {
    const Glyph glyph = FirstGlyph(text);
    width += glyph.columns;
    text.remove_prefix(glyph.bytes);
  }
  return width;
}

std::string Shorten(std::string_view text, size_t width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  if (width == 0) return {};
  const UnicodeLocale locale;
  size_t used = 0;
  size_t bytes = 0;
  while (bytes < text.size()) {
    const Glyph glyph = FirstGlyph(text.substr(bytes));
    if (used + glyph.columns > width - 1) break;
    used += glyph.columns;
    bytes += glyph.bytes;
  }
  while (bytes > 0 && text[bytes - 1] == ' ') --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

}  // namespace tallywire::cli
