/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In small letters without accents, as text_search_key() makes them. */
#include "report/share-scan.h"

/* clang-format off */
const char *const share_street_words[] = {
    "street", "avenue", "ave", "road", "rd", "boulevard", "blvd", "lane", "parkway", "pkwy",
    "highway", "hwy", "expressway", "turnpike", "crescent", NULL};

const char *const share_street_maybe[] = {
    "st", "ln", "drive", "dr", "court", "ct", "way", "place", "pl", "terrace", "ter", "circle",
    "cir", "square", "sq", "trail", "trl", "alley", "plaza", "pike", "loop", "row", "walk", "close",
    NULL};

const char *const share_street_first[] = {
    "calle", "avenida", "av", "avda", "carrera", "cra", "paseo", "calzada", "carretera", "camino",
    "callejon", "rua", "travessa", "via", "viale", "piazza", "rue", "chemin", "ulica", "ul",
    "ул", "улица", "пр", "проспект", "переулок", "вулиця", "вул", "شارع", "طريق", "خیابان",
    "duong", "pho", "jalan", "lari", NULL};

const char *const share_street_after[] = {
    "rue", "chemin", "allee", "quai", "impasse", "ruelle", "duong", "pho", "ri", "شارع", NULL};

const char *const share_flat_words[] = {
    "apt", "apartment", "unit", "suite", "ste", "flat", "room", "rm", "floor", "fl", "apto",
    "apartamento", "depto", "departamento", "piso", "interior", "int", "lot", "trailer", NULL};

const char *const share_small_words[] = {
    "a", "an", "the", "of", "on", "in", "at", "to", "for", "by", "from", "and", "or", "per", "down",
    "with", "is", "are", "was", "were", "as", "that", "this", "their", "its", "up", "our", NULL};

const char *const share_court_words[] = {
    "supreme", "circuit", "district", "county", "appeals", "municipal", "superior", "federal",
    "state", "immigration", "juvenile", "criminal", "city", "high", "probate", "appellate", NULL};

const char *const share_phone_words[] = {
    "tel", "telephone", "phone", "ph", "cell", "cellphone", "mobile", "fax", "call", "text", "sms",
    "whatsapp", "signal", "viber", "telefono", "telefone", "telefon", "movil", "celular", "cel",
    "llamar", "llame", "llama", "hotline", "ext", "extension", "тел", "телефон", "هاتف", "جوال",
    "电话", "電話", "手机", "手機", "dien", "thoai", "sdt", NULL};

const char *const share_title_words[] = {
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "officer", "sheriff", "deputy", "sgt",
    "sergeant", "lt", "lieutenant", "capt", "captain", "chief", "detective", "agent", "judge",
    "justice", "mayor", "commissioner", "councilmember", "councilman", "councilwoman", "alderman",
    "alderwoman", "alderperson", "senator", "representative", "attorney", "clerk", "warden", "sr",
    "sra", "srta", "senor", "senora", "don", "dona", "lic", "oficial", "juez", "jueza", "alcalde",
    "alcaldesa", "hermana", "hermano", "pastor", "father", "sister", "brother", NULL};

const char *const share_name_links[] = {
    "de", "del", "la", "las", "los", "da", "do", "dos", "das", "di", "van", "von", "der", "den",
    "bin", "ibn", "bint", "al", "el", "y", "e", "le", "st", NULL};

const char *const share_no_name_words[] = {
    /* what begins a sentence */
    "the", "a", "an", "this", "that", "these", "those", "there", "here", "it", "its", "we", "our",
    "they", "their", "he", "she", "his", "her", "you", "your", "i", "if", "in", "on", "at", "by",
    "for", "from", "to", "of", "with", "without", "and", "or", "but", "not", "no", "yes", "when",
    "where", "who", "what", "which", "why", "how", "while", "since", "until", "after", "before",
    "under", "over", "only", "all", "any", "each", "every", "some", "both", "most", "many", "see",
    "as", "is", "are", "was", "were", "does", "do", "did", "has", "have", "had", "may", "must",
    "can", "could", "should", "will", "would", "also", "then", "still", "so", "because", "ask",
    "call", "section", "sections", "article", "chapter", "title", "part", "page", "paragraph",
    "el", "la", "los", "las", "un", "una", "en", "no", "si", "segun", "desde", "cuando", "porque",
    /* offices, places and papers */
    "city", "county", "state", "states", "united", "town", "village", "borough", "parish",
    "township", "federal", "national", "department", "office", "bureau", "agency", "division",
    "unit", "police", "sheriff", "sheriffs", "jail", "prison", "court", "courts", "board",
    "council", "commission", "committee", "authority", "district", "school", "university",
    "college", "hospital", "health", "services", "service", "public", "safety", "security",
    "homeland", "immigration", "customs", "border", "enforcement", "patrol", "general", "special",
    "order", "orders", "policy", "manual", "directive", "procedure", "procedures", "operations",
    "ordinance", "resolution", "statute", "code", "codes", "act", "law", "laws", "constitution",
    "charter", "bill", "amendment", "regulation", "regulations", "rule", "rules", "memorandum",
    "agreement", "contract", "memo", "report", "annual", "record", "records", "request", "requests",
    "freedom", "information", "human", "resources", "civil", "rights", "criminal", "justice",
    "supreme", "circuit", "superior", "municipal", "appeals", "north", "south", "east", "west",
    "new", "street", "avenue", "road", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "english", "spanish", NULL};
/* clang-format on */
