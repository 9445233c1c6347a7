// English stems: the second algorithm of M. F. Porter as the Snowball project keeps it (version 3.1).
{
  const vowel = "[aeiouy]";
  const irregular = new Map(
    "skis ski skies sky idly idl gently gentl ugly ugli early earli only onli singly singl"
      .split(" ").flatMap((word, at, all) => (at % 2 ? [] : [[word, all[at + 1]]])),
  );
  for (const word of "andes atlas bias cosmos howe news sky".split(" ")) irregular.set(word, word);
  const second = {
    tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize",
    ational: "ate", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous",
    ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogi: "og", ogist: "og", fulli: "ful",
    lessli: "less", li: "",
  };
  const third = {
    tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "",
  };
  const fourth = "ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement".split(" ");
  const longest = (word, endings) =>
    endings.filter((ending) => word.endsWith(ending)).sort((a, b) => b.length - a.length)[0];
  const short = (stem) =>
    new RegExp(`[^aeiouy]${vowel}[^aeiouywxY]$|^${vowel}[^aeiouy]$|past$`).test(stem);

  const region = (word, from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  };

  const stem = (given) => {
    if (irregular.has(given)) return irregular.get(given);
    if (given.length < 3) return given;
    let word = given.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const prefix = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word);
    const one = prefix ? prefix[0].length : region(word, 0);
    const two = region(word, one);

    // plurals
    word = word.replace(/('s'|'s|')$/, "");
    if (/sses$/.test(word)) word = word.slice(0, -2);
    else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
    else if (/s$/.test(word) && !/[us]s$/.test(word) && /[aeiouy].+s$/.test(word)) word = word.slice(0, -1);

    // -ed, -ing
    const past = /(eedly|eed|ingly|edly|ing|ed)$/.exec(word)?.[0];
    if (past?.startsWith("eed")) {
      const rest = word.slice(0, -past.length);
      if (rest.length >= one && !/^(succ|proc|exc)$/.test(rest)) word = `${rest}ee`;
    } else if (past) {
      let rest = word.slice(0, -past.length);
      const ing = past.startsWith("ing");
      if (ing && /^[^aeiouy]y$/.test(rest)) word = `${rest[0]}ie`;
      else if (!(ing && /^(even|cann|inn|earr|herr|out)$/.test(rest)) && /[aeiouy]/.test(rest)) {
        if (/(at|bl|iz)$/.test(rest)) rest += "e";
        else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) {
          if (!/^[aeo]..$/.test(rest)) rest = rest.slice(0, -1);
        } else if (rest.length === one && short(rest)) rest += "e";
        word = rest;
      }
    }
    if (/.[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;

    // suffixes
    let ending = longest(word, Object.keys(second));
    let rest = ending && word.slice(0, -ending.length);
    if (
      ending && rest.length >= one && (ending !== "ogi" || /l$/.test(rest)) &&
      (ending !== "li" || /[cdeghkmnrt]$/.test(rest))
    ) word = rest + second[ending];
    ending = longest(word, Object.keys(third));
    rest = ending && word.slice(0, -ending.length);
    if (ending && rest.length >= (ending === "ative" ? two : one)) word = rest + third[ending];
    ending = longest(word, fourth);
    rest = ending && word.slice(0, -ending.length);
    if (ending && rest.length >= two && (ending !== "ion" || /[st]$/.test(rest))) word = rest;
    rest = word.slice(0, -1);
    if (/e$/.test(word) && (rest.length >= two || (rest.length >= one && !short(rest)))) word = rest;
    else if (/ll$/.test(word) && rest.length >= two) word = rest;
    return word.replaceAll("Y", "y");
  };
  digestSearch("stem", stem);
}
