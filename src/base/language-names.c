/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/language.h"

#include <string.h>

static const struct name {
  const char *tag, *name;
  bool right_to_left;
} names[] = {
    {"am", "አማርኛ", false},
    {"ar", "العربية", true},
    {"bn", "বাংলা", false},
    {"ckb", "کوردی", true},
    {"de", "Deutsch", false},
    {"en", "English", false},
    {"es", "español", false},
    {"fa", "فارسی", true},
    {"fr", "français", false},
    {"gu", "ગુજરાતી", false},
    {"he", "עברית", true},
    {"hi", "हिन्दी", false},
    {"hmn", "Hmoob", false},
    {"ht", "Kreyòl ayisyen", false},
    {"hy", "հայերեն", false},
    {"it", "italiano", false},
    {"ja", "日本語", false},
    {"km", "ខ្មែរ", false},
    {"ko", "한국어", false},
    {"lo", "ລາວ", false},
    {"mam", "Mam", false},
    {"my", "မြန်မာ", false},
    {"ne", "नेपाली", false},
    {"nv", "Diné bizaad", false},
    {"pa", "ਪੰਜਾਬੀ", false},
    {"pl", "polski", false},
    {"ps", "پښتو", true},
    {"pt", "português", false},
    {"pt_BR", "português do Brasil", false},
    {"qu", "Runasimi", false},
    {"quc", "K’iche’", false},
    {"ru", "русский", false},
    {"so", "Soomaali", false},
    {"sw", "Kiswahili", false},
    {"ti", "ትግርኛ", false},
    {"tl", "Tagalog", false},
    {"uk", "українська", false},
    {"ur", "اردو", true},
    {"vi", "Tiếng Việt", false},
    {"yi", "ייִדיש", true},
    {"zh", "中文", false},
    {"zh_CN", "简体中文", false},
    {"zh_Hans", "简体中文", false},
    {"zh_Hant", "繁體中文", false},
    {"zh_TW", "繁體中文", false},
};

/* The entry of the tag, else that of its first part, else NULL. */
static const struct name *find(const char *tag) {
  const struct name *first_part = NULL;
  size_t length = strcspn(tag, "_");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!strcmp(names[i].tag, tag))
      return &names[i];
    if (!strncmp(names[i].tag, tag, length) && !names[i].tag[length])
      first_part = &names[i];
  }
  return first_part;
}

const char *language_name(const struct language *language) {
  const char *tag = language_tag(language);
  const struct name *name = find(tag);
  return name ? name->name : tag;
}

bool language_is_right_to_left(const struct language *language) {
  const struct name *name = find(language_tag(language));
  return name && name->right_to_left;
}
