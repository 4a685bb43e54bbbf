/* The language of short texts, with English names in all of them and foreign names in English
 * ones: what is in another is marked, and nothing is read out of it. */
#include <string.h>

#include "suitor/extractor.h"
#include "table.h"

static suitor_extractor *extractor;
static suitor_extraction *extraction;

static const struct {
    const char *language, *text;
} texts[] = {
    { "fr", "Arsenal et Chelsea surveillent Jules Martel." },
    { "fr", "Liverpool a fait une offre pour Jules Martel !" },
    { "fr", "Officiel : Jules Martel signe au Manchester City." },
    { "fr", "Accord total entre Chelsea et Lyon pour le défenseur." },
    { "fr", "L'attaquant de Tottenham devrait rester jusqu'en 2029." },
    { "fr", "Le milieu rejoint Newcastle, visite médicale demain." },
    { "fr", "Après Everton, c'est Fulham qui est venu aux nouvelles pour Martel." },
    { "it", "Liverpool, offerta per Carlo Bertani." },
    { "it", "Chelsea su Bertani: i contatti con l'Atalanta" },
    { "it", "Bertani verso il Manchester United, visite mediche domani" },
    { "it", "Il Tottenham ci prova: pronti 40 milioni per il centrocampista della Roma" },
    { "it", "Fatta per Bertani all'Arsenal, arriva in prestito" },
    { "it", "Everton, si complica la trattativa con il Napoli" },
    { "it", "Non solo Chelsea: anche l'Aston Villa ha chiesto informazioni" },
    { "es", "El Arsenal quiere a Pablo Quintana" },
    { "es", "El Chelsea pregunta por Quintana" },
    { "es", "Acuerdo cerrado con el Liverpool por Quintana" },
    { "es", "Quintana no se mueve: el Tottenham no llega a los 60 millones" },
    { "es", "Oficial: Quintana, nuevo jugador del Newcastle" },
    { "es", "Según la prensa inglesa, el Everton ya tiene sustituto" },
    { "de", "Chelsea bestätigt den Wechsel von Jonas Kettler" },
    { "de", "Jonas Kettler verlässt Arsenal und kommt nach Dortmund" },
    { "de", "Liverpool ist auch an Kettler interessiert, aber Bayern bleibt dran" },
    { "de", "Einigung zwischen Tottenham und dem Stürmer" },
    { "de", "Everton holt Kettler für 20 Millionen Euro aus der Bundesliga" },
    { "pt", "Benfica aceita a proposta do Arsenal por Rui Falcato" },
    { "pt", "Falcato está perto do Chelsea, negociações avançadas" },
    { "pt", "O Liverpool não quer pagar mais pelo médio" },
    { "pt", "Oficial: Falcato assina com o Everton até 2030" },
    { "nl", "Ajax akkoord met Chelsea over Joris Hazelaar" },
    { "nl", "Hazelaar tekent een contract bij Tottenham" },
    { "nl", "Feyenoord wil de aanvaller van Everton, maar die is te duur" },
    { "nl", "Liverpool haalt nieuwe verdediger voor 30 miljoen" },
    { "tr", "Galatasaray, Chelsea ile anlaşma için görüşme yaptı" },
    { "pl", "Bramkarz nie przejdzie do Arsenal, bo klub chce za niego więcej" },
    { "sv", "Chelsea vill ha en ny spelare och är nära ett avtal med Malmö" },
    { "da", "Brentford er tæt på en aftale med FC København om en ny spiller" },
    { "ro", "Chelsea este aproape de un acord pentru mijlocașul de la Rapid" },
    { "und-Cyrl", "Челси хочет купить вратаря ЦСКА, сообщает BBC" },
    { "und-Arab", "ليفربول يريد التعاقد مع المهاجم" },
    { "und-Jpan", "アーセナルが日本代表の獲得を狙う" },
    { "und-Hang", "토트넘이 새로운 수비수를 영입한다" },
    { "und-Hani", "切尔西希望签下这名后卫" },
    { "und-Grek", "Η Τσέλσι θέλει τον επιθετικό του Ολυμπιακού" },
    { "und-Hebr", "צ'לסי רוצה להחתים את החלוץ" },
    /* English, whatever the names */
    { "en", "Van de Zande & de Wit, Man Utd!" },
    { "en", "Done deal: Kees de Wit to Napoli." },
    { "en", "Real Betis, Juventus, Atlético de Madrid all in for Quintana" },
    { "en", "BREAKING: Dos Anjos to Paris Saint-Germain" },
    { "en", "Medical booked." },
    { "en", "Bayer Leverkusen, per Sky Germany, reject second bid for Kettler" },
    { "en", "Liverpool x Bertani" },
    { "en", "President of FC Barcelona: “Es un día histórico.” The club sign Quintana." },
    { "en", "Official, confirmed. Jules Martel joins Arsenal from Olympique de Marseille." },
    { "en", "L'Equipe: Chelsea close to Martel" },
    { "en", "Chelsea sign Rui Falcato on loan" },
    { "en", "Die Mannschaft midfielder wanted by Spurs and Chelsea" },
    { "en", "La Liga side Real Sociedad want Everton winger" },
    { "en", "" },
    { "en", "£40m" },
};

static void test_texts(void **state)
{
    const suitor_facts *facts;

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++) {
        const suitor_article article = { .text = suitor_sv_of(texts[i].text),
                                         .day = SUITOR_NO_DAY };
        assert_int_equal(suitor_extract(extractor, &article, extraction, &facts, NULL), SUITOR_OK);
        if (!suitor_sv_equal(facts->language, suitor_sv_of(texts[i].language)))
            print_error("told to be '%.*s'\n", SUITOR_SV_ARG(facts->language));
        check_row(i, texts[i].text,
                  suitor_sv_equal(facts->language, suitor_sv_of(texts[i].language)));
        if (strcmp(texts[i].language, SUITOR_LANGUAGE) != 0)
            check_row(i, texts[i].text, facts->n_claims == 0);
    }
}

static int load(void **state)
{
    (void)state;
    return suitor_extractor_load(NULL, &extractor, NULL) != SUITOR_OK ||
           suitor_extraction_new(&extraction, NULL) != SUITOR_OK;
}

static int clear(void **state)
{
    (void)state;
    suitor_extraction_free(extraction);
    suitor_extractor_free(extractor);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
    };

    return cmocka_run_group_tests(tests, load, clear);
}
