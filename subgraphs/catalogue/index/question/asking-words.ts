import { stemsOf } from '../text/word-forms.js';
import { finnishImperatives, finnishVerbForms, withoutClitic } from '../trades/finnish-verbs.js';

/** Finnish verbs with which people ask, whatever they ask for, and tell what has happened. */
const ASKING_VERBS =
  'tarvita haluta etsiä hakea löytyä voida saada tulla tehdä ehtiä pystyä osata tilata varata kysyä sopia onnistua käydä ottaa toivoa tietää jaksaa ' +
  'kaivata tiedustella suositella auttaa lähettää järjestyä vapautua hoitua kuulua joutua kannattaa yrittää antaa hommata lopettaa hajota rikkoutua ' +
  'kysellä selvittää ymmärtää katsoa odottaa aloittaa jatkaa päästä mennä jäädä maksaa näyttää tuntua puuttua asua ehdottaa toimia ' +
  'hankkia teettää aikoa kiinnostaa luvata muistaa unohtaa tarkoittaa vaihtua kadota särkyä vaurioitua ilmoittaa vastata kertoa sanoa kuulla nähdä alkaa ruveta';

/** Finnish words for what somebody is like who is looked for, in all cases. */
const FINNISH_ADJECTIVES =
  'edullinen luotettava mukava vahva ammattitaitoinen osaava kiireellinen kokenut reipas ahkera rauhallinen paikallinen mahdollinen kohtuuhintainen ' +
  'säännöllinen huolellinen ystävällinen pätevä kunnollinen';

const FINNISH =
  'pitää pitäisi pitäis täytyy täytyisi tarvitsen tarvitsemme tarvitsisin tarvitsisimme tarvitaan tarvis tarviis tarvii tarttis tarttee tartteis tarvitis tarve tarvittaisiin haluan haluaisin haluamme ' +
  'haluaisimme haetaan haen haemme etsin etsimme etsitään löytyykö löytyisikö onko olisiko olisi oon olen olemme oli olivat ollut olleet ole voisi voisiko ' +
  'voiko saako saisiko saisin saa ' +
  'tulla tulisi tekemään tehdä tee tekee tekisi joku jonkun jotain jotakin jossain joka jotka kuka mistä missä mikä mitä mihin minne milloin miten kenet ' +
  'ketä minä mä mun minun minua minut minulle mulle me ' +
  'meille meidän meitä ' +
  'sinä sä hän häntä hänen hänet noin suunnilleen vähän hiukan pari kiitos moi moikka hei heippa terve tervehdys päivää kiireesti kiire ' +
  'kiireellisesti varten kanssa vain ihan nyt vielä myös pieni iso uusi vanha ' +
  'hyvä hyvää halpa nopea nopeasti nuori valmis valmiina yksin yhdessä ' +
  'ketään kukaan keneltä keneltäkään kenelle kellään teillä teiltä teidän heillä heidän hänelle minulta multa mulla minulla meiltä itse enää ' +
  'kuinka paljonko maksaa maksaisi maksavat hinta hinnat hintaa hinnaksi tuotuna tuoda toimitettuna rikki sairas sairaana pitkään paljon kova kovasti ' +
  'liian todella oikein tosi aika melko aivan ' +
  'kotona kotini kotiini meillä jolle jolla jota jos vai sekä mieluiten mielellään saada ottaa käydä käymään tilata varata varaus haluttaisiin ' +
  'uudestaan uudelleen taas aina joskus usein säännöllisesti satunnaisesti kerran kahdesti kolmesti pian kohta juuri ehkä varmaan kai kaikki kaikkia ' +
  'molemmat muu muita muuta toinen toista eri sama sitä sen siitä siihen siinä tämä tämän tätä tähän nämä näitä tuo tuon tuota niitä niiden ne ' +
  'ei en emme eivät eikä mutta koska että niin näin kun sitten ennen jälkeen asti saakka yli alle noin täällä täältä tänne siellä sinne lähellä läheltä ' +
  'kuoli kuollut kuolleen kipsissä eläkkeellä eläkkeelle naapuri tuttu puolesta takia vuoksi mukaan ilman kokonaan täysin vahvasti hieman jo yhtään mitään mikään ' +
  'tarjous tarjousta tarjouksen hinta-arvio kysymys asia asiaa puhkesi sopiiko mahdollista mahdollisimman mahdollisesti kiinnostunut';

const SWEDISH =
  'jag vi du ni man behöver behövs behövdes söker sökes söks vill ville skulle önskar önskas vilja ha få fick fått kan kunde någon nån något nåt några nåra ' +
  'vem var vad vart när varför vilken vilket vilka finns fanns ' +
  'mig mej oss min mitt mina vår vårt våra dig dej sin sitt sina ungefär cirka ca omkring lite litet tack hej hejsan snälla gärna så som bara också även ' +
  'ny nytt nya gammal gammalt gamla stor stort stora liten lilla ' +
  'karl karlar karlarna kille killar killarna grabbar grabbarna bra billig billigt billiga duktig duktiga pålitlig pålitliga erfaren stark starka snabb snabbt lugn ' +
  'hur kostar kosta kostade pris priset priser ni er ert era hon han hans hennes honom henne dem dom själv mycket många sönder gått går gick gör trasig trasigt ' +
  'trasiga åt kunna kunnat ordna ordnar fixa fixar hjälpa hjälper ' +
  'äta äter göra gör gjort göras gjord komma kommer kom beställa beställer boka bokar hitta hittar behov måste bör ska skall blir blev blivit vore där här hemma hit ' +
  'dit igen tillbaka ofta alltid ibland regelbundet redan ännu ganska väldigt helt precis kanske både varken eller men fast utan inte ej ingen inget ' +
  'inga alla allt annan annat andra samma detta denna dessa sådan sådant är var varit hade har haft ' +
  'ligger står sitter tar tagit får ger gett tror undrar undrade fråga frågar kollar kolla titta tittar se ser prata ringa ringer ' +
  'offert prisuppgift möjligt möjlighet intresserad nära grannen vän slut börja börjar sluta slutat gått kommit fungerar funkar krånglar sprack sprungit lagt ' +
  'bort upp ner ut in av på ihop tillsammans själva först sedan sen efter före innan över under runt';

const ENGLISH =
  'i we you he she they me us him them my our your his her their need needs needed want wants wanted would should could can will must may might like ' +
  'looking look find seeking seek someone ' +
  'somebody anyone anybody everyone everybody myself ourselves yourself ' +
  'who whom whose what where when why which there here please thanks thank hello hi hey some any something anything about around just only also too new old ' +
  'big small good cheap affordable reliable strong experienced skilled quick quickly calm nice friendly get ' +
  'getting got have has had having do does did done doing being ' +
  'how much many cost costs price prices be been is are was were am that this that these those come comes coming book order ' +
  'not no but or if so because before after again back once twice often always sometimes regularly already still very really quite rather maybe perhaps ' +
  'probably preferably possibly possible able going go goes went gone make makes made let know knows knew think tell ask asking wondering wonder hope try ' +
  'tried broke broken works working visit visits during until without into onto over under near nearby away myself else other another same both all every ' +
  'each ours mine offer quote urgent urgently available interested don doesn didn won isn aren t s re ve ll sell buy bring understand';

/**
 * Words with which people ask and that say nothing of what is wanted. They are dropped without a word, unless there are no
 * others. Our own list.
 */
const OF_ASKING = new Set([FINNISH, SWEDISH, ENGLISH].flatMap((words) => words.split(' ')));

const OF_ASKING_VERBS = new Set(
  ASKING_VERBS.split(' ').flatMap((verb) => [
    verb,
    ...finnishVerbForms(verb),
    ...finnishImperatives(verb),
  ]),
);

const ADJECTIVE_STEMS = new Set(
  FINNISH_ADJECTIVES.split(' ').flatMap((word) => stemsOf(word, 'fi')),
);

/** Whether it is a word with which people ask, be it as a question: `voisitteko`. */
export function isOfAsking(word: string): boolean {
  const stated = withoutClitic(word) ?? word;
  return (
    [word, stated].some((form) => OF_ASKING.has(form) || OF_ASKING_VERBS.has(form)) ||
    stemsOf(word, 'fi').some((stem) => ADJECTIVE_STEMS.has(stem))
  );
}
