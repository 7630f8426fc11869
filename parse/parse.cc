#include "parse/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "parse/body/body.h"
#include "parse/body/text_block.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/language.h"
#include "parse/metadata.h"
#include "parse/mojibake.h"
#include "parse/opened_page.h"
#include "parse/state_text.h"

namespace tallywire::parse {

namespace {

constexpr size_t kMegabyte = size_t{1} << 20U;
// A page takes no more than this many times its size in memory, or kLeastMemory if that is more; hostile pages are
// refused. The largest part is gumbo's tree, which is gone when the second largest, what the text is found by, comes.
constexpr size_t kMemoryFactor = 20;
constexpr size_t kLeastMemory = 24 * kMegabyte;  // the trees of news pages take 1 to 4
constexpr double kTreePart = 0.6;

size_t TreeMemory(size_t page_bytes) {
  const size_t all = std::max(kLeastMemory, kMemoryFactor * page_bytes);
  return static_cast<size_t>(kTreePart * static_cast<double>(all));
}

// Shorter texts are a caption or an error message rather than an article.
constexpr size_t kShortText = 250;

// A page that shows fewer words than this is asked for data that its scripts would make the text from, and data with
// fewer words than that are no article.
constexpr size_t kFewWords = 60;
constexpr size_t kLeastDataWords = 40;

Status CheckInput(const Page& page, const ParseOptions& options) {
  if (page.bytes.size() > options.max_bytes) {
    return Fail(ErrorCode::kTooLarge, std::string(page.url),
                fmt::format("the page has {:.1f} MiB, more than the {} MiB that are read",
                            static_cast<double>(page.bytes.size()) / static_cast<double>(kMegabyte),
                            options.max_bytes / kMegabyte),
                "Raise the limit if the page is worth it");
  }
  const std::string_view kind = BinaryKind(page.bytes);
  if (!kind.empty()) {
    return Fail(ErrorCode::kBadInput, std::string(page.url), fmt::format("this is no web page but {}", kind),
                "Give the address of the article itself");
  }
  return {};
}

// "www.example.de" of "https://www.example.de:8080/a".
std::string_view HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/?#:"));
}

// Plain text as HTML.
std::string EscapedParagraph(std::string_view text) {
  std::string html = "<p>";
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '&') {
      html += "&amp;";
    } else {
      html += c;
    }
  }
  return html + "</p>";
}

// Whether the text has that many words. It is not counted further than need be: most texts are long.
bool HasWords(std::string_view text, size_t words) {
  constexpr size_t kLongWord = 20;  // bytes
  const size_t likely = text.find_first_of(" \n", words * kLongWord);
  if (likely != std::string_view::npos && CountText(text.substr(0, likely)).words >= words) return true;
  return CountText(text).words >= words;
}

// The text of JSON-LD or of the scripts' data, where it is much more than what the page shows; else `shown`.
Body TextInData(const Document& document, const BodyWitness& witness, Body shown) {
  const size_t enough = std::max<size_t>(kLeastDataWords, 2 * size_t{CountText(shown.text).words});
  for (const std::string& candidate : {TextInState(document), EscapedParagraph(witness.article_body)}) {
    const Result<Document> fragment = ParseHtml(candidate);
    if (!fragment.has_value()) continue;
    Body body = WholeText(*fragment);
    if (CountText(body.text).words >= enough) return body;
  }
  return shown;
}

// `unread`: the page has more text than is looked at.
void Warn(const Page& page, const DecodedText& decoded, bool unread, Article& article) {
  if (page.bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    article.warnings.emplace_back("the page is empty");
    return;
  }
  if (decoded.replaced > 0) {
    article.warnings.push_back(
        fmt::format("{} byte sequences are no {} and were replaced", decoded.replaced, decoded.charset));
  }
  const std::string_view stated = EncodingFromLabel(CharsetParameter(page.content_type));
  if (!stated.empty() && stated != decoded.charset && decoded.source != CharsetSource::kByteOrderMark) {
    article.warnings.push_back(fmt::format(
        "the server says the page is {}, but its bytes are {}, and were read as that", stated, decoded.charset));
  }
  if (unread) {
    article.warnings.push_back(
        fmt::format("the page has more than {} blocks of text, and those behind were not read", kMostBlocks));
  }
  if (article.text.empty()) {
    article.warnings.emplace_back("no article text found");
  } else if (article.text.size() < kShortText) {
    article.warnings.emplace_back("very little article text found");
  }
  if (article.paywalled) article.warnings.emplace_back("the page says that its text is not free to read in full");
}

}  // namespace

Result<OpenedPage> OpenPage(const Page& page, const ParseOptions& options) {
  if (const Status checked = CheckInput(page, options); !checked.has_value()) return tl::unexpected(checked.error());
  auto decoded = std::make_unique<DecodedText>(DecodePage(page.bytes, page.content_type));
  if (LooksEncodedTwice(decoded->utf8)) {
    decoded->storage = DecodeTwice(decoded->utf8);
    decoded->utf8 = decoded->storage;
  }
  HtmlOptions html;
  html.memory_limit = TreeMemory(page.bytes.size());
  Result<Document> document = ParseHtml(decoded->utf8, html);
  if (!document.has_value()) {
    Error error = document.error();
    error.where = page.url;
    return tl::unexpected(error);
  }
  return OpenedPage{std::move(decoded), std::move(*document)};
}

Result<Article> ParseArticle(const Page& page, const ParseOptions& options) {
  const Result<OpenedPage> opened = OpenPage(page, options);
  if (!opened.has_value()) return tl::unexpected(opened.error());
  const auto& [decoded, document] = *opened;
  Article article;
  article.url = page.url;
  article.charset = decoded->charset;
  const BodyWitness witness = ReadMetadata(document, page, options, article);
  Body body = FindBody(document, {article.title, witness.article_body, article.description});
  const bool unread = body.unread;
  if (!HasWords(body.text, kFewWords)) body = TextInData(document, witness, std::move(body));
  article.text = std::move(body.text);
  article.blocks = std::move(body.blocks);
  article.language = ChooseLanguage(article.language, article.text, HostOf(page.url));
  Warn(page, *decoded, unread, article);
  return article;
}

}  // namespace tallywire::parse
