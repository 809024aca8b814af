/**
 * Words of which compounds in this trade are made, besides those of the CPV labels. Base forms, and the forms in which a word
 * joins another when its stem does not show them (`varu-`, `gatu-`). Our own list; a word missing here costs a match
 * inside a compound, never a match of its own.
 */
export const FINNISH_PARTS = `
aamu aamiainen ala alue ammatti apteekki apu arki arkisto arkkitehti asema asennus asiakas asia asiointi asukas asunto asuntojen ateria
aula auraus auto avain avustus avustaja bussi catering eläin eläinten elintarvike ensiapu ensi eteinen gluteeni hakku hallinta hallinto
halko hake hammas hankinta harja harjoitus harrastus hautaus heinä henkilö henkilöiden henkilökunta henkilöstö hevonen hieronta
hiekka hirsi hius hoito hoitaja hotelli huolto huone huoneisto huonekalu huopa huvi huvila hygienia hygieniapassi hyvinvointi hälytys
häät ihminen ikkuna ilma ilta ilmanvaihto ilmoitus isännöinti istutus itä jalka jalkahoito johto joulu juhla julkisivu juna
jäte jää järjestely järjestys kaappi kaato kahvi kahvila kaihdin kaivo kaivuu kakku kala kalusto kaluste kampaamo kansi
kanto karja kasvi kasvis kassa kastelu katko katu katto kaupunki kauppa kauneus keikka keittiö keitto keli kello kemia kenkä kenttä
kerho kerros kesä keskus kevät kiinteistö kirja kirjanpito kirjasto kirkko kirvesmies kissa kivi koira kokki kokous komposti kone konsultointi
kori korjaus korkea koti kotiapu kotisiivous kotitalous koulu koulutus kukka kulku kuljetus kunnostus kunto kuntosali kuntoutus kuormaus
kuormitus kurssi kuva kuvaus kuvaaja kylmä kylpy kylpyhuone kyläkauppa kylä käsi käsityö käynti käyttö käännös laatta laatoitus laina
laite laitos laiva lakaisu laki lammas lanka lapio lapsi lasten lasi lasku laskutus lattia lauta laulu lehti leikki leikkaus leikkuu leipä leivonta
lelu lemmikki lento lentokenttä lepo leiri levy liha liike liikunta liikenne liina linja lippu loma lomitus lomittaja loppu lounas luento lumi luonto
luistin lukko lupa lähi lähihoitaja lääkäri lääke lämpö maa maalaus maali maatila maatalous maito mainos majoitus malli marja markkinointi
matka matkailu matto media mehu melonta metsä metsuri mies miesten moottori muisti multa musiikki muovi muutto myynti myyjä mökki mökkitalkkari
naapuri nainen naisten neuvonta neule nosto nouto nuohous nuori nuorten nurmi nurmikko nuotti näyttely näyttö ohjaus ohjaaja ohjelma ohjelmisto oikeus olut omais omena omaishoito ompelu
opas opastus opetus opettaja opinto ostos osto paikka painatus paino paita paja pakkaus palkka palvelu panimo pankki paperi parkki
parvi parveke pellava pelto peli pensas perhe perunkirjoitus peru pesu pesula peruna piha pihapiiri piirustus pito pitopalvelu poisto pohja polkupyörä
polku poltto pora portti posti potilas puhdistus puhtaanapito puhelin puisto puku puu puutarha puuseppä purku pyykki pyörä päivä päiväkoti päivähoito
pää pöytä pölynimuri raivaus rakennus ranta rata ravinto ravintola remontti rengas retki roska ruoho ruoka ruokailu ruotsi räätäli rästi saha sairaala sairas sali
salonki sanomalehti sato sauna satama seinä selkokieli seniori seura sieni siirto siisteys siivous siivooja sihteeri sijainen sijaisuus silitys silta
sisä sisustus soitto sopimus some sosiaali stailaus suku suomi suunnittelu suoja suojelu sähkö säilytys säiliö säästö sää taksi
taide talkkari talkoot tallennus talli talo talonmies talous talvi tanssi tapahtuma tapetti tarha tarjoilu tarkastus tarvike tavara teatteri tehdas tekniikka tekstiili tekstaus
televisio teollisuus teline terassi terveys testaus tie tieto tietokone tietotekniikka tiili tila tilaus tili tilitoimisto tilinpäätös toimisto toimitus tori
tuki tukipalvelu tulkki tulkkaus tuotanto tuote tuoli turva turvallisuus tutkimus tutkinto tyhjennys työ työkalu työkone työmaa työpaikka työpaja täydennys
uima uinti ulko ulkoilu ulkoilutus urakka urheilu vaate vahti vahtimestari vaihto vakuutus valaistus valinta valmennus valmistus valo valokuva valokuvaus valvonta vammais vanhus vanhusten
vapaa varasto varaus varaosa vastaanotto vaunu vene verho verhoilu verkko vero viemäri vienti vierailu vieras viestintä viher vihannes viikko viikonloppu viinin viini
vika viljely villa virkistys voileipä vuode vuoden vuokra vuokraus vuoro väli välinehuolto väline yhdistys yhteys yksityis yleis ympäristö yritys yrtti yö äiti öljy
`;

export const SWEDISH_PARTS = `
affär allmän anhörig anläggning apotek arbete arbetsplats arkiv arkitekt arrangemang assistans assistent avfall avlopp avlastning bad badrum bagare bageri bank
bar barn barnomsorg behandling berättelse besök besiktning betong bil bibliotek bild blomma blomster bok bokföring bokslut bolag bord bostad bostads brand
bransch brygga bröd bröllop butik buss bygd bygg byggnad båt bär bänk catering chaufför cykel dag dags dagis damm dator data dans dagvård design
djur dokument dryck däck eftermiddag ekonomi el elev elektriker energi evenemang expedition export fabrik fakturering fall familj fastighet fest
film finsk fisk flagga fladd flytt flyttning flyg foder folk fot foto fotograf fotvård frakt frisk frisör fritid fritids frukost frukt fönster färg följeslagare förening företag
förpackning förråd försäljning förskola gata gatu garage gips glas golv golf gran grannskap gren gräs gräsmatta grupp gruppboende grund gryt gräv grävning gårds gård gäst häck
hall hand handel handikapp hantverk hem hemhjälp hemtjänst hemleverans hiss hjul hjälp hotell hund hus hushåll hushålls hygien hygienpass hyra hyr hår hälsa hälso hämtning häst högtid
idrott industri information inköp inredning installation instruktion internet is isolering jakt jord jul julbord kaffe kafé kafe kakel kalas kallelse kamera kamin kanal kart
katt kemtvätt kläder klädes klippning klubb klass kock kockhjälp kommun konferens konsert konst kontor kontroll kopia korg kost kraft kropp kund kultur kurs kustpilot kvarter
kväll kyl kyrka kyrko kött kök köks kör körning lag lagning lager lamm land landskap lantbruk lantgård lek ledar ledning leksak leverans lokal lokalvård ljud ljus linne loppis
lunch luft läge läkar lägenhet läger lång lön löne lövräfsning löv maskin mark marknad marknadsföring massage mat material matta matt matlagning medicin media miljö minne mjölk mode montering
mormor motor musik museum mur mål målare målning måltid människa möbel möte namn natt natur nät odling offentlig ombud områdes omsorg omvårdnad ordning orkester palliativ
papper park parkering passning pedagog person personal pensionär plan planering plantering plast plats plåt pool possess post produktion program projekt propp provisning puts putsning påse
radio rast reception redovisning regn reklam ren rengöring renhållning renovering reparation resa rese restaurang ridning rike rivning robot rum råd rådgivning rör
röjning röst sak sal samtal salong sanering sand satsning scen semester senior service servering sida simning sjuk sjukhus sjukvård självkostnad skatt skog skogs skola skol skrädderi skräddare
skrot skydd skylt skor skötsel slakt slut smink smörgås snickare snickeri snö sommar sopning sop sorterings specialist spel språk sport spår stall stad
stads stadsdel stol stor strand strykning strykhjälp student studie stuga stug städ städning städare stängsel stöd ställning sten sömnad sällskap säkerhet
tak tandvård tapet tapetserare taxi teater teknik telefon telefoni textil tid tidning tids tillsyn tomt tolk tolkning torg trafik transport trappa trapp
trä träd trädgård trädfällning tryck träning turist turism tvätt tvätteri tak tårta text underhåll undervisning ungdom uppdrag utbildning ute uthyrning utrustning utställning vagn
vakt vaktmästare vaktmästeri varm varu vatten vecka veckoslut verkstad verktyg veterinär video vikarie vikariat villa vinter visning ved ventilation virke vård vårdare väg vägg växt
vår väst yrke yrkes yta ytter ålder åkeri åker äldre äng öppning översättning övning ö
`;
