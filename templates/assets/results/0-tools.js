// The search page shows what assets/search/ finds, with the same tools.
const { file, find, fold, language, list, make, nameAt, prepare, say, spoken, start, stemmer, themePage, units } = digestSearch.tools;
let main; // what every query needs
