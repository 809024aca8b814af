/**
 * Municipalities of today and the codes of those that have merged into them, with their names and the last year of such a change:
 * Finland from 2003 to 2026 (Statistics Finland, changes in municipalities), whole municipalities only; Sweden (SCB) has had none
 * since, but for a code that changed with its county.
 */
const MERGED: Readonly<Record<string, string>> = {
  'FI-005': 'FI-414', // Alajärvi: Lehtimäki 2009
  'FI-010': 'FI-863', // Alavus: Töysä 2013
  'FI-020': 'FI-864 FI-928 FI-310', // Akaa: Toijala, Viiala, Kylmäkoski 2011
  'FI-050': 'FI-262', // Eura: Kiukainen 2009
  'FI-051': 'FI-442', // Eurajoki: Luvia 2017
  'FI-075': 'FI-917', // Hamina: Vehkalahti 2003
  'FI-098': 'FI-283', // Hollola: Hämeenkoski 2016
  'FI-102': 'FI-913', // Huittinen: Vampula 2009
  'FI-109': 'FI-083 FI-210 FI-401 FI-692 FI-855', // Hämeenlinna: Hauho, Kalvola, Lammi, Renko, Tuulos 2009
  'FI-139': 'FI-292', // Ii: Kuivaniemi 2007
  'FI-167': 'FI-251 FI-856 FI-045 FI-632', // Joensuu: Kiihtelysvaara, Tuupovaara, Eno, Pyhäselkä 2009
  'FI-172': 'FI-415', // Joutsa: Leivonmäki 2008
  'FI-179': 'FI-180 FI-277', // Jyväskylä: Jyväskylän maalaiskunta, Korpilahti 2009
  'FI-182': 'FI-183', // Jämsä: Jämsänkoski 2009
  'FI-202': 'FI-602', // Kaarina: Piikkiö 2009
  'FI-205': 'FI-940', // Kajaani: Vuolijoki 2007
  'FI-208': 'FI-095', // Kalajoki: Himanka 2010
  'FI-211': 'FI-730 FI-289', // Kangasala: Sahalahti, Kuhmalahti 2011
  'FI-214': 'FI-099', // Kankaanpää: Honkajoki 2021
  'FI-233': 'FI-004 FI-281 FI-971', // Kauhava: Alahärmä, Kortesjärvi, Ylihärmä 2009
  'FI-260': 'FI-248', // Kitee: Kesälahti 2013
  'FI-272': 'FI-315 FI-429 FI-885', // Kokkola: Kälviä, Lohtaja, Ullava 2009
  'FI-286': 'FI-044 FI-163 FI-306 FI-754 FI-909', // Kouvola: Elimäki, Jaala, Kuusankoski, Anjalankoski, Valkeala 2009
  'FI-297': 'FI-919 FI-227 FI-534 FI-476 FI-174', // Kuopio: Vehmersalmi, Karttula, Nilsiä, Maaninka, Juankoski 2017
  'FI-301': 'FI-175 FI-164', // Kurikka: Jurva, Jalasjärvi 2016
  'FI-322': 'FI-040 FI-243 FI-923', // Kemiönsaari: Dragsfjärd, Kemiö, Västanfjärd 2009
  'FI-398': 'FI-532', // Lahti: Nastola 2016
  'FI-402': 'FI-916', // Lapinlahti: Varpaisjärvi 2011
  'FI-405': 'FI-173 FI-978', // Lappeenranta: Joutseno, Ylämaa 2010
  'FI-423': 'FI-838', // Lieto: Tarvasjoki 2015
  'FI-430': 'FI-431 FI-006 FI-482', // Loimaa: Loimaan kunta, Alastaro, Mellilä 2009
  'FI-434': 'FI-424 FI-585 FI-701', // Loviisa: Liljendal, Pernaja, Ruotsinpyhtää 2010
  'FI-444': 'FI-737 FI-223 FI-540', // Lohja: Sammatti, Karjalohja, Nummi-Pusula 2013
  'FI-445': 'FI-101 FI-150 FI-279 FI-533 FI-573', // Parainen: Houtskari, Iniö, Korppoo, Nauvo, Parainen before 2009
  'FI-481': 'FI-017 FI-419', // Masku: Askainen, Lemu 2009
  'FI-491': 'FI-085 FI-696 FI-775', // Mikkeli: Haukivuori, Ristiina, Suomenniemi 2013
  'FI-503': 'FI-490', // Mynämäki: Mietoinen 2007
  'FI-507': 'FI-588', // Mäntyharju: Pertunmaa 2025
  'FI-508': 'FI-506 FI-933', // Mänttä-Vilppula: Mänttä, Vilppula 2009
  'FI-529': 'FI-485 FI-705 FI-920', // Naantali: Merimasku, Rymättylä, Velkua 2009
  'FI-541': 'FI-911', // Nurmes: Valtimo 2020
  'FI-560': 'FI-015', // Orimattila: Artjärvi 2011
  'FI-564': 'FI-973 FI-084 FI-255 FI-567 FI-972', // Oulu: Ylikiiminki, Haukipudas, Kiiminki, Oulunsalo, Yli-Ii 2013
  'FI-580': 'FI-728 FI-891', // Parikkala: Saari, Uukuniemi 2005
  'FI-593': 'FI-184 FI-594 FI-937 FI-640', // Pieksämäki: Jäppilä, Pieksämäen maalaiskunta, Virtasalmi, Pieksänmaa 2007
  'FI-609': 'FI-537 FI-413', // Pori: Noormarkku, Lavia 2015
  'FI-635': 'FI-439', // Pälkäne: Luopioinen 2007
  'FI-636': 'FI-219 FI-979', // Pöytyä: Karinainen, Yläne 2009
  'FI-678': 'FI-582 FI-926', // Raahe: Pattijoki, Vihanti 2013
  'FI-684': 'FI-266 FI-406', // Rauma: Kodisjoki, Lappi 2009
  'FI-698': 'FI-699', // Rovaniemi: Rovaniemen maalaiskunta 2006
  'FI-704': 'FI-906', // Rusko: Vahto 2009
  'FI-710': 'FI-220 FI-606 FI-835', // Raasepori: Karjaa, Pohja, Tammisaari 2009
  'FI-729': 'FI-633', // Saarijärvi: Pylkönmäki 2009
  // Salo: Halikko, Kiikala, Kisko, Kuusjoki, Muurla, Perniö, Pertteli, Suomusjärvi, Särkisalo 2009
  'FI-734': 'FI-073 FI-252 FI-259 FI-308 FI-501 FI-586 FI-587 FI-776 FI-784',
  'FI-740': 'FI-741 FI-246 FI-618', // Savonlinna: Savonranta, Kerimäki, Punkaharju 2013
  'FI-743': 'FI-589 FI-544 FI-975', // Seinäjoki: Peräseinäjoki, Nurmo, Ylistaro 2009
  'FI-748': 'FI-708', // Siikajoki: Ruukki 2007
  'FI-783': 'FI-319', // Säkylä: Köyliö 2016
  'FI-790': 'FI-772 FI-493 FI-912 FI-988 FI-254', // Sastamala: Suodenniemi, Mouhijärvi, Vammala, Äetsä, Kiikoinen 2013
  'FI-791': 'FI-247 FI-603 FI-617 FI-682', // Siikalatva: Kestilä, Piippola, Pulkkila, Rantsila 2009
  'FI-848': 'FI-943', // Tohmajärvi: Värtsilä 2005
  'FI-886': 'FI-293', // Ulvila: Kullaa 2005
  'FI-905': 'FI-942', // Vaasa: Vähäkyrö 2013
  'FI-915': 'FI-212', // Varkaus: Kangaslampi 2005
  'FI-946': 'FI-479 FI-944 FI-945 FI-559', // Vöyri: Maksamaa, Vöyri before 2007, Vöyri-Maksamaa, Oravainen 2011
  'FI-980': 'FI-932 FI-303', // Ylöjärvi: Viljakkala, Kuru 2009
  'FI-992': 'FI-770 FI-774', // Äänekoski: Sumiainen, Suolahti 2007
  'SE-0331': 'SE-1917', // Heby, from the county of Västmanland to that of Uppsala 2007
};

const SUCCESSOR_BY_CODE: ReadonlyMap<string, string> = new Map(
  Object.entries(MERGED).flatMap(([successor, codes]) =>
    codes.split(' ').map((code) => [code, successor]),
  ),
);

/** The municipality of today into which one has merged; null where it has not. */
export function successorOf(code: string): string | null {
  return SUCCESSOR_BY_CODE.get(code) ?? null;
}

/** The municipality of today: the code itself, or its successor's. */
export function currentMunicipality(code: string): string {
  return SUCCESSOR_BY_CODE.get(code) ?? code;
}

/** The municipalities of today, each once. */
export function currentMunicipalities(codes: readonly string[]): string[] {
  return [...new Set(codes.map(currentMunicipality))];
}
