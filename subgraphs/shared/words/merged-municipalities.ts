/**
 * Municipalities of today, named behind with the last year of such a change, and those that have merged into them: code and name, in
 * Finnish and in Swedish where that is another. Finland from 2003 to 2026 (Statistics Finland, changes in municipalities), whole
 * municipalities only; Sweden (SCB) has had none since, but for a code that changed with its county.
 */
const MERGED: Readonly<Record<string, string>> = {
  'FI-005': 'FI-414 Lehtimäki', // Alajärvi 2009
  'FI-010': 'FI-863 Töysä', // Alavus 2013
  'FI-020': 'FI-864 Toijala, FI-928 Viiala, FI-310 Kylmäkoski', // Akaa 2011
  'FI-050': 'FI-262 Kiukainen', // Eura 2009
  'FI-051': 'FI-442 Luvia', // Eurajoki 2017
  'FI-075': 'FI-917 Vehkalahti/Veckelax', // Hamina 2003
  'FI-098': 'FI-283 Hämeenkoski', // Hollola 2016
  'FI-102': 'FI-913 Vampula', // Huittinen 2009
  'FI-109': 'FI-083 Hauho, FI-210 Kalvola, FI-401 Lammi, FI-692 Renko, FI-855 Tuulos', // Hämeenlinna 2009
  'FI-139': 'FI-292 Kuivaniemi', // Ii 2007
  'FI-167': 'FI-251 Kiihtelysvaara, FI-856 Tuupovaara, FI-045 Eno, FI-632 Pyhäselkä', // Joensuu 2009
  'FI-172': 'FI-415 Leivonmäki', // Joutsa 2008
  'FI-179': 'FI-180 Jyväskylän maalaiskunta, FI-277 Korpilahti', // Jyväskylä 2009
  'FI-182': 'FI-183 Jämsänkoski', // Jämsä 2009
  'FI-202': 'FI-602 Piikkiö/Pikis', // Kaarina 2009
  'FI-205': 'FI-940 Vuolijoki', // Kajaani 2007
  'FI-208': 'FI-095 Himanka', // Kalajoki 2010
  'FI-211': 'FI-730 Sahalahti, FI-289 Kuhmalahti', // Kangasala 2011
  'FI-214': 'FI-099 Honkajoki', // Kankaanpää 2021
  'FI-233': 'FI-004 Alahärmä, FI-281 Kortesjärvi, FI-971 Ylihärmä', // Kauhava 2009
  'FI-260': 'FI-248 Kesälahti', // Kitee 2013
  'FI-272': 'FI-315 Kälviä/Kelviå, FI-429 Lohtaja/Lochteå, FI-885 Ullava', // Kokkola 2009
  'FI-286':
    'FI-044 Elimäki/Elimä, FI-163 Jaala, FI-306 Kuusankoski, FI-754 Anjalankoski, FI-909 Valkeala', // Kouvola 2009
  'FI-297': 'FI-919 Vehmersalmi, FI-227 Karttula, FI-534 Nilsiä, FI-476 Maaninka, FI-174 Juankoski', // Kuopio 2017
  'FI-301': 'FI-175 Jurva, FI-164 Jalasjärvi', // Kurikka 2016
  'FI-322': 'FI-040 Dragsfjärd, FI-243 Kemiö/Kimito, FI-923 Västanfjärd', // Kemiönsaari 2009
  'FI-398': 'FI-532 Nastola', // Lahti 2016
  'FI-402': 'FI-916 Varpaisjärvi', // Lapinlahti 2011
  'FI-405': 'FI-173 Joutseno, FI-978 Ylämaa', // Lappeenranta 2010
  'FI-423': 'FI-838 Tarvasjoki', // Lieto 2015
  'FI-430': 'FI-431 Loimaan kunta, FI-006 Alastaro, FI-482 Mellilä', // Loimaa 2009
  'FI-434': 'FI-424 Liljendal, FI-585 Pernaja/Pernå, FI-701 Ruotsinpyhtää/Strömfors', // Loviisa 2010
  'FI-444': 'FI-737 Sammatti, FI-223 Karjalohja/Karislojo, FI-540 Nummi-Pusula', // Lohja 2013
  // Parainen 2009
  'FI-445':
    'FI-101 Houtskari/Houtskär, FI-150 Iniö, FI-279 Korppoo/Korpo, ' +
    'FI-533 Nauvo/Nagu, FI-573 Parainen/Pargas',
  'FI-481': 'FI-017 Askainen, FI-419 Lemu', // Masku 2009
  'FI-491': 'FI-085 Haukivuori, FI-696 Ristiina, FI-775 Suomenniemi', // Mikkeli 2013
  'FI-503': 'FI-490 Mietoinen', // Mynämäki 2007
  'FI-507': 'FI-588 Pertunmaa', // Mäntyharju 2025
  'FI-508': 'FI-506 Mänttä, FI-933 Vilppula', // Mänttä-Vilppula 2009
  'FI-529': 'FI-485 Merimasku, FI-705 Rymättylä/Rimito, FI-920 Velkua', // Naantali 2009
  'FI-541': 'FI-911 Valtimo', // Nurmes 2020
  'FI-560': 'FI-015 Artjärvi', // Orimattila 2011
  'FI-564':
    'FI-973 Ylikiiminki, FI-084 Haukipudas, FI-255 Kiiminki, FI-567 Oulunsalo, FI-972 Yli-Ii', // Oulu 2013
  'FI-580': 'FI-728 Saari, FI-891 Uukuniemi', // Parikkala 2005
  'FI-593': 'FI-184 Jäppilä, FI-594 Pieksämäen maalaiskunta, FI-937 Virtasalmi, FI-640 Pieksänmaa', // Pieksämäki 2007
  'FI-609': 'FI-537 Noormarkku/Norrmark, FI-413 Lavia', // Pori 2015
  'FI-635': 'FI-439 Luopioinen', // Pälkäne 2007
  'FI-636': 'FI-219 Karinainen, FI-979 Yläne', // Pöytyä 2009
  'FI-678': 'FI-582 Pattijoki, FI-926 Vihanti', // Raahe 2013
  'FI-684': 'FI-266 Kodisjoki, FI-406 Lappi', // Rauma 2009
  'FI-698': 'FI-699 Rovaniemen maalaiskunta', // Rovaniemi 2006
  'FI-704': 'FI-906 Vahto', // Rusko 2009
  'FI-710': 'FI-220 Karjaa/Karis, FI-606 Pohja/Pojo, FI-835 Tammisaari/Ekenäs', // Raasepori 2009
  'FI-729': 'FI-633 Pylkönmäki', // Saarijärvi 2009
  // Salo 2009
  'FI-734':
    'FI-073 Halikko, FI-252 Kiikala, FI-259 Kisko, FI-308 Kuusjoki, FI-501 Muurla, ' +
    'FI-586 Perniö/Bjärnå, FI-587 Pertteli, FI-776 Suomusjärvi, FI-784 Särkisalo/Finby',
  'FI-740': 'FI-741 Savonranta, FI-246 Kerimäki, FI-618 Punkaharju', // Savonlinna 2013
  'FI-743': 'FI-589 Peräseinäjoki, FI-544 Nurmo, FI-975 Ylistaro', // Seinäjoki 2009
  'FI-748': 'FI-708 Ruukki', // Siikajoki 2007
  'FI-783': 'FI-319 Köyliö', // Säkylä 2016
  'FI-790': 'FI-772 Suodenniemi, FI-493 Mouhijärvi, FI-912 Vammala, FI-988 Äetsä, FI-254 Kiikoinen', // Sastamala 2013
  'FI-791': 'FI-247 Kestilä, FI-603 Piippola, FI-617 Pulkkila, FI-682 Rantsila', // Siikalatva 2009
  'FI-848': 'FI-943 Värtsilä', // Tohmajärvi 2005
  'FI-886': 'FI-293 Kullaa', // Ulvila 2005
  'FI-905': 'FI-942 Vähäkyrö/Lillkyro', // Vaasa 2013
  'FI-915': 'FI-212 Kangaslampi', // Varkaus 2005
  // Vöyri 2011
  'FI-946':
    'FI-479 Maksamaa/Maxmo, FI-944 Vöyri/Vörå, ' +
    'FI-945 Vöyri-Maksamaa/Vörå-Maxmo, FI-559 Oravainen/Oravais',
  'FI-980': 'FI-932 Viljakkala, FI-303 Kuru', // Ylöjärvi 2009
  'FI-992': 'FI-770 Sumiainen, FI-774 Suolahti', // Äänekoski 2007
  'SE-0331': 'SE-1917 Heby', // from the county of Västmanland to that of Uppsala 2007
};

/** One that there is no more. */
interface MergedMunicipality {
  readonly code: string;
  readonly names: readonly string[];
  /** Code of the one of today. */
  readonly successor: string;
}

const ALL_MERGED: readonly MergedMunicipality[] = Object.entries(MERGED).flatMap(
  ([successor, entries]) =>
    entries.split(', ').map((entry) => ({
      code: entry.slice(0, entry.indexOf(' ')),
      names: entry.slice(entry.indexOf(' ') + 1).split('/'),
      successor,
    })),
);

const SUCCESSOR_BY_CODE: ReadonlyMap<string, string> = new Map(
  ALL_MERGED.map(({ code, successor }) => [code, successor]),
);

/** Each name of a municipality that has merged, with the code of the one of today. */
export const MERGED_NAMES: readonly { readonly name: string; readonly successor: string }[] =
  ALL_MERGED.flatMap(({ names, successor }) => names.map((name) => ({ name, successor })));

/** The municipality of today into which one has merged; null where it has not. */
export function successorOf(code: string): string | null {
  return SUCCESSOR_BY_CODE.get(code) ?? null;
}

/** The municipalities of today into which those have merged that have this very code, with or without its country, or name. */
export function successorsCalled(text: string): string[] {
  const called = text.toLocaleLowerCase('fi');
  const isCalled = ({ code, names }: MergedMunicipality): boolean =>
    [code, code.slice(3), ...names].some((known) => known.toLocaleLowerCase('fi') === called);
  return ALL_MERGED.filter(isCalled).map(({ successor }) => successor);
}

/** The municipality of today: the code itself, or its successor's. */
export function currentMunicipality(code: string): string {
  return SUCCESSOR_BY_CODE.get(code) ?? code;
}

/** The municipalities of today, each once. */
export function currentMunicipalities(codes: readonly string[]): string[] {
  return [...new Set(codes.map(currentMunicipality))];
}
