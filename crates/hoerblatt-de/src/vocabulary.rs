//! The German words by which import finds its way in an office's files.

use hoerblatt_core::language::{ArticlePart, Field, Vocabulary};

/// Every list, lower case; within a list the longer of two that begin alike stands first.
pub fn vocabulary() -> Vocabulary {
    Vocabulary {
        fields: fields(),
        remarks: remarks(),
        article_labels: article_labels(),
        place_prepositions: words(
            "in im ins am an auf vor bei beim hinter neben gegenüber unter über treffpunkt treff ort vorm ab",
        ),
        joints: words("und u oder sowie bis uhr h von um ca circa etwa gegen"),
        senders: words(
            "portal pressestelle presseamt pressebüro pressedienst presse stadt kreis gemeinde stadtverwaltung kommunikation amt newsroom",
        ),
        bodies: words("stadt kreis gemeinde amt"),
        town_endings: words(
            "stadt dorf hausen heim feld berg burg brück ingen kirchen rode furt bach tal mitte nord süd ost west zentrum hagen",
        ),
        fused_articles: words("im am beim vorm"),
        adjective_endings: words("en"),
        articles: words("der dem den das die des ein eine einen einem einer eines unserem unserer ihrem ihrer"),
        genitive_articles: words("der des einer eines"),
        counted: words(
            "jahr jahre jahren personen teilnehmende teilnehmenden plätze plätzen euro cent km kilometer kilometern minuten stunden",
        ),
        programme_headings: lines(
            "programmübersicht|programmpunkte|programm|veranstaltungsübersicht|veranstaltungskalender|veranstaltungsprogramm|veranstaltungen|\
             veranstaltungstipps|veranstaltungsreihe|veranstaltung|terminübersicht|terminkalender|termine|termin|alle termine|die termine|\
             kalender|ablauf|stationen|aktionen|angebote|kurse|kursübersicht|übersicht|das programm|unser programm|spielplan|vorträge|\
             konzerte|führungen|was ist los|was ist wann los|wann und wo|auf einen blick|im überblick",
        ),
        not_an_event: lines(
            "öffnungszeiten|geöffnet|sprechzeiten|sprechstunden|bürozeiten|servicezeiten|telefonzeiten|kassenzeiten|schalterstunden|\
             geschlossen|schließt|schließzeiten|erreichbar|buslinie|buslinien|linie|linien|haltestelle|abfahrt|abfahrten|ankunft|fahrplan|\
             ersatzverkehr|schienenersatzverkehr|shuttle|taktung|im takt|umleitung|sperrung|gesperrt|vollsperrung|halteverbot|parkverbot|\
             bauarbeiten|abschnitt|phase|bauphase|baustelle|bauabschnitt|bauabschnitte|bauphasen|kanalbau|gleisbau|straßenbau|baubeginn|bauzeit|anmeldeschluss|anmeldefrist|anmeldetermine|anmeldezeitraum|anmeldung bis|anmeldungen bis|anmelden bis|anmeldungen sind bis|\
             bewerbungsschluss|bewerbungsfrist|bewerbungen bis|einsendeschluss|abgabefrist|abgabeschluss|redaktionsschluss|stichtag|frist|\
             fristen|fristende|antragsfrist|zahlbar bis|fällig|steuertermin|steuertermine|abfuhr|abfuhrtermine|müllabfuhr|leerung|\
             abholung|sperrmüll|gelbe tonne|altpapier|biotonne|schadstoffmobil|notdienst|bereitschaftsdienst|apothekennotdienst|wasserzähler|\
             aktenzeichen|bekanntmachung|in kraft|gültig ab|gültig bis|gilt ab|gilt bis|gelten ab|kündigung|bezugsfrist|einwendungen|\
             auslegung|liegt aus|liegen aus|schulferien|ferienbeginn|geboren|gestorben|gegründet|gründung|einweihung des heutigen|\
             meldeschluss|wahlfrist|briefwahl|zuletzt geändert|letzte änderung|letzte aktualisierung|aktualisiert|bearbeitungszeit|\
             vorverkauf|vorverkaufsbeginn|kartenvorverkauf|presseanmeldung|fototermin für die presse|redaktioneller hinweis",
        ),
        news_date: lines(
            "nachricht vom|nachricht|medieninformation vom|medieninformation|medieninfo|medienmitteilung vom|medienmitteilung|nachrichten der|nachrichten aus|pressemitteilung vom|pressemitteilung|pressemeldung vom|pressemeldung|presseinformation vom|\
             presseinformation|presseinfo vom|presseinfo|pressedienst vom|pressedienst|meldung vom|meldung|mitteilung vom|mitteilung|\
             veröffentlicht am|veröffentlicht|veröffentlichungsdatum|veröffentlichung|erschienen am|erschienen|eingestellt am|online seit|\
             stand vom|stand|datum der meldung|datum der nachricht|datum|artikel vom|beitrag vom|bericht vom|newsletter vom|amtsblatt vom|aktuelles vom|vom",
        ),
        picture_credit: lines(
            "bildnachweis|bildquelle|bildrechte|bildlizenz|bildautor|bild|fotograf|fotografin|grafiker|grafikerin|fotonachweis|foto|fotos|grafik|quelle|copyright|©|(c)|\
             aufnahme|illustration|zeichnung|abbildung",
        ),
        notice_beginnings: lines(
            "dieser beitrag befasst sich|dieser hinweis|dieser artikel befasst sich|dieser text wurde|diese meldung|diese pressemitteilung|\
             diese nachricht|rechtlicher hinweis|hinweis:|hinweise:|bitte beachten|wichtiger hinweis|änderungen vorbehalten|\
             programmänderungen vorbehalten|kurzfristige änderungen|alle angaben ohne gewähr|angaben ohne gewähr|ohne gewähr|irrtümer|\
             irrtum vorbehalten|haftungsausschluss|datenschutzhinweis|die stadt übernimmt keine|für den inhalt|es gilt die|\
             mit der teilnahme|während der veranstaltung|bei der veranstaltung werden|es werden fotos|redaktionshinweis",
        ),
        each: words("jeweils je immer stets"),
        whole: words("alle allen aller sämtliche sämtlichen beide beiden"),
        taking_place: words(
            "sehen statt stattfinden stattfindet gezeigt aufgeführt ausgetragen abgehalten gespielt gefeiert gewandert gesungen gelesen treffen trifft angeboten veranstaltet",
        ),
        exceptions: lines(
            "bei regen|bei schlechtem wetter|bei schlechtem|bei ungünstigem|bei starkem regen|bei sturm|ausweichort|ausweichweise|ersatzweise|alternativ|im notfall",
        ),
        describing: words("mit von vom"),
        greetings: words("liebe lieber hallo guten sehr hey moin werte geschätzte"),
        event_endings: words(
            "fest feste konzert konzerte vortrag vorträge lesung café cafe frühstück nachmittag abend tag tage treffen treff führung rundgang \
             spaziergang wanderung kurs workshop seminar schulung gespräch gesprächsrunde diskussion ausstellung vernissage markt basar börse \
             flohmarkt trödel trödelmarkt feier party ball tanz tanzen tanztee disco disko singen chor gottesdienst andacht messe messen kino film \
             filmabend theater theaterstück aufführung vorstellung premiere turnier lauf rennen rallye quiz bingo spiele spielenachmittag \
             gymnastik yoga training turnen sport stammtisch sprechstunde beratung infostand infoabend informationsabend versammlung forum \
             empfang eröffnung einweihung jubiläum auftakt finale picknick grillen brunch essen mittagstisch kochen backen basteln werkstatt \
             aktion aktionstag mitmachaktion umzug parade zug fahrt ausflug tour radtour exkursion besichtigung kabarett comedy show revue oper \
             ballett serenade matinee soiree festival woche reihe treffpunkt repair flashmob sommerfest weihnachtsmarkt adventskonzert \
             möglichkeiten fachtag tagung kongress konferenz symposium podium talk dialog austausch sitzung begegnung einführung werkschau \
             schnupperstunde probe puppenspiel oratorium requiem passion vesper sinfonie musical lesenacht vorlesen erzählstunde sprachcafé veranstaltung bürgerinformation infoveranstaltung online-vortrag ferienspiele gebet kinderfest laternenumzug karneval \
             gespräche gesprächen seminare workshops märkte basare spaziergänge turniere läufe feiern gottesdienste tänze radtouren lesekreis erzählabend \
             nacht nächte filme konzerten vorträgen abende abenden nachmittage nachmittagen lesungen führungen rundgänge wanderungen exkursionen",
        ),
        place_endings: words(
            "haus häuser hauses zentrum zentrums saal saals halle hallen kirche kirchen platz platzes park parks straße strasse str schule gymnasium \
             museum museums bibliothek bücherei büro seniorenbüro treff café cafe forum garten gärten bad hallenbad freibad hof hofs burg schloss \
             theater rathaus rathauses gemeinde gemeindehaus gemeindezentrum heim stift bühne studio allee weg gasse ufer brücke bahnhof raum räume \
             stube stadion arena turnhalle werk werke zeche akademie kolleg universität hochschule klinik klinikum krankenhaus hospital atelier galerie \
             werkstatt laden eck ecke tor turm mühle scheune hütte keller pavillon foyer zoo wald see teich wiese anger begegnungsstätte \
             tagesstätte kita stätte stadtteilzentrum mehrgenerationenhaus quartierszentrum nachbarschaftshaus bürgerhaus bürgerzentrum \
             volkshochschule vhs pfarrheim kapelle dom münster moschee synagoge markt marktplatz kulturzentrum kulturort depot kino restaurant gaststätte gasthof \
             hotel biergarten sportplatz sporthalle hafen kai passage center ring wall damm steig promenade aula mensa lokschuppen bürgertreff online zoom \
             archiv villa farm kasino casino kiosk kokerei brauerei färberei ziegelei druckerei spinnerei weberei zweigstelle verwaltungsstelle geschäftsstelle beratungsstelle stadtarchiv sternwarte eisbahn bootsverleih freibad vorplatz sitzungssaal ratssaal festzelt zelt anlage gelände friedhof planetarium kino bürgersaal speicher speisesaal cafeteria haltestelle haltepunkt parkplatz schmiede insel anlage gärtnerei bauernhof bäckerei mediathek orchesterzentrum sporthalle gemeindesaal lehrküche saalbau hall kloster schlösschen amt hospiz kulturpunkt amphitheater freilichtbühne seebühne hauptbühne",
        ),
        occasions: words("zu zum zur mit beim"),
        no_places: words(
            "rahmen anschluss beisein auftrag sinne namen zuge vorfeld mittelpunkt vordergrund hintergrund programm freien grünen internet alter laufe wechsel einsatz gespräch herbst frühjahr frühling sommer winter \
             semester herbstsemester wintersemester sommersemester halbjahr winterhalbjahr quartal monat jahr regel kooperation zusammenarbeit \
             überschrift titel motto devise stichwort schirmherrschaft leitung regie spielplan plan tagesordnung abstand turnus zeichen zeitraum stil sitzen stehen überblick ganzen übrigen",
        ),
        district_words: words("stadtbezirk stadtbezirke stadtteil ortsteil bezirk ortschaft quartier viertel"),
        announcing: words(
            "findet finden lädt laden einlädt einladen beginnt beginnen startet starten veranstaltet veranstalten steht stehen gibt heißt geht öffnet öffnen präsentiert zeigt feiert bietet spielt liest lesen erwartet eröffnet eröffnen verwandelt ist sind einladung lade trifft treffen führt lockt gastiert singt singen wandert tanzt spielen steigt feiern wird werden spricht sprechen macht bildet bilden folgt folgen endet enden berichtet referiert diskutiert diskutieren erzählt erzählen",
        ),
        past: words(
            "wurde wurden war waren fand fanden hatte hatten gab feierte feierten kam kamen begann begannen erhielt damals vergangenen \
             vergangene vergangenes gewesen zurückliegenden gründete gründeten seinerzeit einst eröffnete lud luden besuchten stattgefunden stattfanden",
        ),
        recurring: words(
            "jeden jede jedes täglich wöchentlich monatlich vierzehntägig regelmäßig montags dienstags mittwochs donnerstags freitags samstags sonntags werktags",
        ),
        day_names: words(
            "neujahr neujahrstag dreikönigstag lichtmess weiberfastnacht altweiber rosenmontag veilchendienstag fastnachtsdienstag faschingsdienstag \
             aschermittwoch palmsonntag gründonnerstag karfreitag karsamstag karsonnabend osternacht ostersamstag ostersonntag ostermontag ostern \
             himmelfahrt christi vatertag muttertag pfingsten pfingstsamstag pfingstsonntag pfingstmontag fronleichnam erntedank erntedankfest \
             erntedanksonntag reformationstag allerheiligen allerseelen volkstrauertag totensonntag ewigkeitssonntag buß- bettag advent \
             adventssonntag adventssamstag nikolaus nikolaustag heiligabend weihnachten weihnachtstag weihnachtsfeiertag silvester feiertag maifeiertag",
        ),
        negations: words("nicht kein keine keinem keiner keinen"),
        indefinite: words("ein eine einem einen einer eines"),
        turns: words(
            "denen dessen deren welchem welchen welcher mehr weniger aber doch sondern statt nicht kein keine wie wer wenn als denn so",
        ),
        furniture: lines(
            "sie sind hier|sie befinden sich hier|start|startseite|zum inhalt|zur navigation|zum hauptinhalt|direkt zum inhalt|zur hauptnavigation|zum seitenanfang|nach oben|zurück|\
             zur übersicht|seite drucken|drucken|seite teilen|teilen|weiterempfehlen|vorlesen|menü|navigation|suche|suchbegriff|kontrast|schriftgröße|\
             leichte sprache|gebärdensprache|english|impressum|datenschutz|barrierefreiheit|cookie|cookies|diese website verwendet cookies|\
             alle akzeptieren|facebook|instagram|twitter|youtube|mastodon|folgen sie uns|newsletter abonnieren|kontakt|sitemap|feedback|rss|pdf herunterladen|\
             seite empfehlen|social media|login|anmelden|merkzettel|© stadt|copyright",
        ),
        related_headings: lines(
            "weitere nachrichten|weitere meldungen|weitere artikel|weitere themen|weitere pressemitteilungen|aktuelle nachrichten|aktuelle meldungen|\
             neueste nachrichten|neueste meldungen|letzte meldungen|mehr nachrichten|mehr meldungen|verwandte artikel|verwandte themen|verwandte meldungen|\
             ähnliche artikel|ähnliche beiträge|das könnte sie auch interessieren|auch interessant|lesen sie auch|archiv|nachrichtenarchiv|\
             meistgelesen|aus dem rathaus|nachrichten|aktuelles|weitere beiträge|vorherige meldung|nächste meldung|themen",
        ),
        link_beginnings: lines(
            "weitere informationen|weitere infos|mehr informationen|mehr infos|mehr zum thema|mehr dazu|nähere informationen|informationen finden sie|\
             alle informationen|alle infos|zur anmeldung|zum programm|zum download|ausführliche informationen|details|hier geht es|weiterlesen|zum thema",
        ),
    }
}

fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

fn lines(list: &'static str) -> Vec<&'static str> {
    list.split('|').map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

fn pairs<T: Copy>(table: &[(&'static str, T)]) -> Vec<(&'static str, T)> {
    table.iter().flat_map(|&(words, meaning)| words.split('|').map(move |word| (word.trim(), meaning))).collect()
}

fn fields() -> Vec<(&'static str, Field)> {
    use Field::{
        Access, Address, Admission, Date, Description, District, Email, From, Organiser, Phone, Place, Registration,
        Status, Time, Title, Until, UntilDate, Web, When,
    };
    pairs(&[
        (
            "datum|date|tag|termin|termine|startdatum|datum von|von datum|beginn datum|veranstaltungsdatum|veranstaltungstag|datum (von)|anfangsdatum",
            Date,
        ),
        ("enddatum|end_date|end date|bis datum|datum bis|datum (bis)|bis (datum)|ende datum|letzter tag", UntilDate),
        ("uhrzeit|time|zeit|uhrzeiten|zeiten|uhr", Time),
        (
            "beginn|von|start|start_time|start time|startzeit|uhrzeit von|zeit von|ab|anfang|anfangszeit|beginn (uhrzeit)|uhrzeit beginn|los geht's|abfahrt",
            From,
        ),
        ("ende|endet|bis|end_time|end time|endzeit|uhrzeit bis|zeit bis|schluss|ende (uhrzeit)|uhrzeit ende", Until),
        (
            "wann|zeitpunkt|datum/uhrzeit|datum und uhrzeit|datum & uhrzeit|datum, uhrzeit|wann?|datum / uhrzeit|datum + uhrzeit|termin und uhrzeit|zeitraum",
            When,
        ),
        ("stadtbezirk|district|bezirk|stadtteil|ortsteil|ort (stadtbezirk)|ort/stadtbezirk|quartier", District),
        (
            "ort|place|venue|wo|veranstaltungsort|ort der veranstaltung|treffpunkt|location|räumlichkeit|raum|wo?|veranstaltungsstätte|spielort|einrichtung|adresse und ort|lokation|spielstätte|startpunkt",
            Place,
        ),
        ("adresse|anschrift|straße|strasse", Address),
        (
            "titel|title|veranstaltung|was|name|bezeichnung|thema|veranstaltungstitel|programmpunkt|film|stück|name der veranstaltung|was?|titel der veranstaltung|event|betreff|angebot|kurs|aktion|vortrag|programm|motto|veranstaltungsname",
            Title,
        ),
        (
            "beschreibung|description|inhalt|kurzbeschreibung|details|bemerkung|bemerkungen|hinweis|hinweise|anmerkung|anmerkungen|info|infos|informationen|erläuterung|sonstiges|notiz|untertitel|wer|für wen|zielgruppe|wer?|leitung|referent|referentin|mit",
            Description,
        ),
        (
            "eintritt|kosten|preis|teilnahmegebühr|teilnahmebeitrag|entgelt|gebühr|kostenbeitrag|eintrittspreis|wie viel|was kostet es|beitrag|unkostenbeitrag|karten|tickets",
            Admission,
        ),
        (
            "anmeldung|anmelden|anmeldung bei|anmeldung erforderlich|anmeldung unter|voranmeldung|reservierung|anmeldungen",
            Registration,
        ),
        ("barrierefrei|barrierefreiheit|zugang|zugänglichkeit", Access),
        ("status|absage", Status),
        ("veranstalter|veranstalterin|veranstaltende|organisation|ausrichter|träger|anbieter|kooperation", Organiser),
        ("telefon|tel|tel.|telefonnummer|rufnummer|kontakt|ansprechpartner|ansprechpartnerin|ansprechperson", Phone),
        ("e-mail|email|mail|e-mail-adresse", Email),
        ("internet|web|website|webseite|link|url|homepage", Web),
    ])
}

fn remarks() -> Vec<(&'static str, Field)> {
    use Field::{Access, Admission, Description, Organiser, Phone, Registration};
    pairs(&[
        (
            "eintritt|bändchen|eintrittsbändchen|kostenlos|kostenfrei|kostenpflichtig|kosten|kostenbeitrag|gebühr|teilnahmegebühr|teilnahmebeitrag|unkostenbeitrag|spende|spenden|um spenden|preis|preise|tickets|karten|vorverkauf|abendkasse|ermäßigt|die teilnahme ist|teilnahme kostenlos|teilnahme frei|der eintritt|gratis|freier eintritt",
            Admission,
        ),
        (
            "anmeldung|programmheft|programmhefte|faltblatt|faltblätter|broschüre|broschüren|anmeldungen|anmelden|voranmeldung|mit anmeldung|ohne anmeldung|um anmeldung|eine anmeldung|bitte anmelden|bitte melden|begrenzte plätze|reservierung|die plätze sind|plätze begrenzt|teilnehmerzahl|um vorherige",
            Registration,
        ),
        (
            "tel.|tel|tel:|telefon|telefonisch|fon|mobil|info|infos|informationen|auskunft|kontakt|ansprechpartner|rückfragen|e-mail|email|www|http",
            Phone,
        ),
        ("barrierefrei|rollstuhlgerecht|stufenlos|mit gebärdensprach|gebärdensprach", Access),
        (
            "veranstalter|veranstaltet von|es spricht|es sprechen|es referiert|es liest|es lesen|es führt|es singt|es singen|es leitet|in kooperation|eine veranstaltung|organisation|leitung|referent|referentin|referenten|dozent|dozentin|moderation|dr.|prof.|pfarrer|pfarrerin|pastor|pastorin|kantor|kantorin",
            Organiser,
        ),
        (
            "einlass|altersempfehlung|altersgruppe|kurs-nr|kurs nr|kursnummer|kursnr|veranstaltungsnummer|veranstaltungsnr|findet statt|dauer|ende|bitte|mitzubringen|mitbringen|für kinder|für alle|für senior|für eltern|für familien|ab 6|ab 12|ab 14|ab 16|ab 18|bei regen|bei schlechtem|bei gutem|fsk|hinweis|maximal|max.|nur für|nach dem|inklusive|inkl.|im anschluss|anschließend|es spielt|es spielen|treffen um|mit kaffee|mit musik|verpflegung",
            Description,
        ),
    ])
}

fn article_labels() -> Vec<(&'static str, ArticlePart)> {
    use ArticlePart::{Body, Caption, Credit, Headline, Kicker, Licence, NewsDate, Notice, Portal, Teaser};
    pairs(&[
        ("dachzeile|dachzeile/kicker|kicker|spitzmarke|topzeile|oberzeile|überzeile|rubrik|vorzeile", Kicker),
        ("überschrift|betreff|headline|schlagzeile|hauptzeile|hauptüberschrift|titelzeile", Headline),
        (
            "nachrichtendatum|veröffentlichungsdatum|veröffentlicht am|veröffentlicht|datum der nachricht|datum der veröffentlichung|erscheinungsdatum",
            NewsDate,
        ),
        ("teaser|teasertext|anreißer|vorspann|kurztext|einleitung|anreißertext|lead", Teaser),
        ("fließtext|haupttext|artikeltext|langtext|text|inhalt", Body),
        ("bildunterschrift|bildtext|bildbeschreibung|bu|alternativtext|alt-text", Caption),
        ("bildnachweis|bildquelle|bildrechte|fotograf|fotografin|urheber|urheberin|fotonachweis", Credit),
        ("lizenz|bildlizenz", Licence),
        ("portal|portalname|bereich|website", Portal),
        ("rechtlicher hinweis|rechtshinweis", Notice),
    ])
}
