"""Words that headings are made of in one language and not in the next, for titles that are no sentence.

To any statistics of letters a single word looks like a name (`Componentes`).
But no name is one of the nouns and verbs that manuals, courses and recipes
call their sections by, nor ends as only the nouns of one language do.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.language.candidates import candidates_in
from ingest.language.detectors import best, likelihoods
from ingest.language.evidence import EVEN, Context
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS
from ingest.language.model import UNDETERMINED
from ingest.language.words import Words

# A word stands in the list of every language of COMPARED that uses it; one that English uses, too, stands in none.
_WORDS = {
    "de": (
        "abfragen abonnieren aktivieren aktualisiere aktualisieren aktualisierung aktualisierungen anbieter "
        "anleitung anleitungen anmelden anmeldung anpassen antwort antworten aufgaben ausblick ausführen "
        "barrierefreiheit bearbeiten befehl befehle beispiel beispiele benutzer bereitstellen bereitstellung "
        "beschreibung bibliotheken bilder checkliste datei dateien daten datenbank datenbanken datenquelle "
        "datenquellen einführung einleitung einrichten einrichtung einstellung einstellungen endpunkte entfernen "
        "entwickler entwicklung entwicklungsumgebung erfahrungen ergebnisse erstelle erstellen erweiterung "
        "erweiterungen fazit fehlende fehler fehlerbehebung fehlermeldung fehlermeldungen frage fragen funktion "
        "funktionen füge grundlagen herunterladen hilfe hinzufügen inhalt inhalte installiere installieren klassen "
        "komponente komponenten konfiguration konfiguriere konfigurieren konten kurse leistung lektion lerne lernen "
        "löschen lösung lösungen methoden migriere nachteile navigieren neuerungen neuigkeiten nutze nutzung "
        "optionen ordner passwort passwörter projektstruktur referenz ressourcen rezept rezepte sammlung sammlungen "
        "schaltflächen schreibe schreiben schriftarten schriften schritte sicherheit sitzung sitzungen speichern "
        "sprachen tabellen tastenkürzel tipps umgebung umgebungsvariablen unbekannte ungültige unterschiede "
        "veranstaltungen verbinde vergleich versionen verwalten verwende verwenden verwendung verzeichnis "
        "verzeichnisse veröffentlichen voraussetzung voraussetzungen vorlage vorlagen vorschau vorteile "
        "weiterleitung weiterleitungen werkzeug werkzeuge zubereitung zusammenfassung zutaten änderung änderungen "
        "überblick übersetzung übersetzungen übersicht übungen"
    ),
    "es": (
        "accesibilidad actualizaciones actualización actualizar adaptadores agregar ajustes aplicaciones aplicación "
        "aprenda aprender archivo archivos atajos ayuda añadir bienvenida botones búsqueda cambios características "
        "carpeta carpetas colecciones comandos comenzar comparación complementos componente componentes comprobar "
        "conclusiones conclusión configuración configurar consejos construir consultas contas contenido contenidos "
        "contraseña contraseñas crear criar cuentas cursos dados datos depuración depurar desarrollo descarga "
        "descargas desconocido desplegar despliegue desventajas diferencias diseño diseños documentación ejecutar "
        "ejemplo ejemplos ejercicios eliminar empezar enlaces entorno enviar errores escribir estilos estructura "
        "excluir extensiones faltante fichero ficheros formularios funciones gestionar guias guías habilitar "
        "herramienta herramientas idiomas imagen implantar imágenes ingredientes instalación instalar integraciones "
        "introducción introducir inválida inválido lecciones marcado migrar modelos mostrar métodos navegación "
        "navegador navegadores novedades obtener opciones parámetros pasos pastas personalizar plantear plantilla "
        "plantillas pregunta preguntas preparación prerrequisitos probar problema problemas proyecto proyectos "
        "prueba pruebas páginas receta recetas recursos redirecciones referencia referencias renderizado "
        "rendimiento requisitos respuesta respuestas resultados resumen rotas rutas seguridad servidor servidores "
        "sesiones sesión sintaxis soluciones solución tablas traducciones traducción trucos tutoriales unidad "
        "usuarios utilizar ventajas versiones"
    ),
    "fr": (
        "accessibilité activer afficher ajouter ajoutez aperçu apprendre apprenez astuces avantages bibliothèques "
        "bouton boutons commandes comparaison composant composants configurer configurez conseils construire "
        "contenu contenus créer créez différences données dossiers débogage déboguer découvrez démarrage démarrer "
        "dépannage déploiement déployer déployez développement développeurs environnement envoyer erreur erreurs "
        "exemple exemples exercices fichier fichiers fonction fonctionnalité fonctionnalités fonctions formulaires "
        "gabarits gérer inconnu inconnue inconvénients ingrédients installez invalide leçon leçons manquant "
        "manquante mettre migrer modèle modèles mots méthode méthodes navigateur navigateurs nettoyer nouveautés "
        "obtenir outil outils paramètres personnaliser projet projets préparation prérequis présentation raccourcis "
        "recette recettes rendu requête requêtes ressources routage référence références réglages réponse réponses "
        "résultats serveur serveurs structurer supprimer syntaxe sécurité traduction traductions traduire tutoriel "
        "tutoriels téléchargement télécharger utilisateur utilisateurs utiliser utilisez vérification vérifier "
        "écrire écrivez étape étapes"
    ),
    "it": (
        "abilitare accessibilità aggiorna aggiornamenti aggiornamento aggiornare aggiungere aggiungi aiuto "
        "caratteristiche cartella cartelle collegamenti comandi componente componenti conclusione conclusioni "
        "configurare configurazione consigli contenuti contenuto corsi costruire costruisci creare dati differenze "
        "distribuire distribuzione documentazione domanda domande eliminare errore errori esempi esempio esercizi "
        "estensioni ferramenta funzionalità funzioni gestire guida immagine immagini impara imparare impostazioni "
        "ingredienti installare installazione integrazioni introduzione invalido inviare lezioni lingue mancante "
        "metodi modelli modificare modifiche novità opzioni pagine panoramica parametri passaggi percorsi "
        "personalizzare preparazione prerequisiti prestazioni problema problemi progetti progetto pubblicare "
        "pulsante pulsanti raccolte reindirizzamenti requisiti riassunto ricerca ricetta ricette richieste "
        "riepilogo riferimenti riferimento rimuovere risorse risposta risposte risultati sconosciuto scopri "
        "scorciatoie scrivere scrivi sessione sessioni sicurezza sintassi soluzione soluzioni strumenti strumento "
        "struttura sviluppatori sviluppo testare traduzione traduzioni trucchi usare utenti utilizzare utilizzo "
        "vantaggi variabili versioni visualizzare"
    ),
    "pl": (
        "aktualizacja aktualizacje audyt bezpieczeństwo brakujący budowanie błąd błędy błędów czcionki danych dodaj "
        "dodatki dodawanie dokumentacja dostępność formularze funkcje hasła instalacja instalowanie integracje "
        "języki klasy kolekcje komponent komponenty komponentów konfiguracja konta korzystanie kursy lekcja metody "
        "napisz narzędzia narzędzie nawigacja nieprawidłowy nieznany nowości obraz obrazy odpowiedzi odpowiedź "
        "opcje opublikuj parametry pisanie plik pliki plików pobieranie podsumowanie polecenia pomoc poradnik "
        "poradniki porady porównanie poznaj problemy problemów projektu projekty przeglądarka przeglądarki przepis "
        "przepisy przyciski przykład przykłady pytania pytanie rozszerzenia rozszerzenie rozwiązania rozwiązanie "
        "rozwiązywanie różnice samouczek serwer serwera sesja sesje sesji skonfiguruj skróty składnia składniki "
        "sprawdź strona strony struktura stwórz szablon szablony tabele testowanie trasy treści treść tworzenie "
        "tłumaczenia tłumaczenie układ układy uruchom ustawienia usuwanie usuń utwórz użyj użytkownicy użytkownika "
        "używanie wady wdrażanie wdrożenie wdróż wersja wersje wnioski wprowadzenie wskazówki wydajność wymagania "
        "wyniki wysyłanie wyszukiwanie zainstaluj zaktualizuj zalety zapytania zarządzanie zasoby zawartość zbuduj "
        "zmiana zmiany zmienne ćwiczenia środowisko"
    ),
    "pt": (
        "acessibilidade actualizar adaptadores adicionar adicione agregar ajuda ajustes alterações aplicação "
        "aplicações aprenda aprender arquivo arquivos atalhos atualizar atualização atualizações atualize botões "
        "características coleções comandos começar comparação complementos componente componentes conclusão "
        "conclusões configurar configuração construa construir consultas contas conteúdo conteúdos criar cursos "
        "dados depurar depuração descarga descargas desconhecido desempenho desenvolvimento dicas diferenças "
        "documentação eliminar entorno enviar erros escreva escrever estilos estrutura excluir exemplo exemplos "
        "exercícios extensões ferramenta ferramentas formulários funções gerenciar guias habilitar idiomas imagem "
        "imagens implantar implantação ingredientes instalar instalação integrações introdução inválida inválido "
        "lições marcado migrar modelos mostrar mudanças métodos navegador navegadores navegação novidades obter "
        "opções parâmetros pastas pergunta perguntas personalizar pesquisa problema problemas projeto projetos "
        "páginas receita receitas recursos redirecionamentos referencia referencias referência referências "
        "requisitos resposta respostas resultados resumo rotas roteamento segurança senha senhas servidor "
        "servidores sessão sessões sintaxe solução soluções tabelas testar tradução traduções truques tutoriais "
        "unidade usuário usuários utilizar vantagens variáveis versões"
    ),
}
# Each after four letters or more. Endings that names have, too, are left out (`Conceição`, `Zamość`, `Caravaggio`).
_ENDINGS = {
    "de": (
        "ierung ungen igkeit igkeiten lichkeit lichkeiten anleitung dateien komponenten struktur übersicht verwaltung "
        "vorlagen"
    ),
    "es": "ación ición ciones amiento amientos",
    "it": "azione izione uzione zioni",
    "pl": "owanie owania ywanie ywania ność ności owych owego",
    "pt": "ação ução ções agem agens",
}
_BEFORE_ENDING = 4
COMPARED = frozenset({*_WORDS, "en", "vi"})
"""Languages of bodies that the lists were held against: which words Czech or Catalan share with them is not known."""
HEADING_WORD = 7.0
"""Nats that such a word adds to its languages; a title in the body's language stays ahead of a single one."""


class Heading(NamedTuple):
    """The heading words of a title, the languages that have all of them, and the likeliest (`und-Latn` if even)."""

    words: tuple[str, ...]
    languages: tuple[str, ...]
    language: str


def foreign_heading(words: Words, rest: Sequence[str], context: Context) -> Heading | None:
    """Return the heading words of a title's residual if they are of another language than the body, `None` if not.

    Function words beside them have to be of the same language, and over a body
    in Latin letters the title as a whole must not look like the body's language.
    """
    candidates = candidates_in("Latn", context.options.candidates)
    own = context.prose.language
    if _WORDS.keys().isdisjoint(candidates) or (context.prose.script == "Latn" and own not in COMPARED):
        return None
    found = {word: known for word in rest if (known := _languages_of(word.lower()))}
    if not found or any(own in known for known in found.values()):
        return None
    small = ANY_FUNCTION_WORD.intersection(words.lower)
    having_all = frozenset(candidates).intersection(*found.values())
    languages = tuple(language for language in sorted(having_all) if FUNCTION_WORDS[language].issuperset(small))
    if not languages:
        return None
    scores = likelihoods(tuple(dict.fromkeys(words.spoken)), candidates, context.options.detector)
    language, lead = best({language: scores[language] for language in languages})
    nats = scores[language] + HEADING_WORD * len(found) - scores.get(own, scores[language])
    if nats < context.options.title_ratio:
        return None
    return Heading(tuple(found), languages, language if lead >= EVEN else f"{UNDETERMINED}-Latn")


@lru_cache(maxsize=4096)
def _languages_of(word: str) -> frozenset[str]:
    listed = frozenset(language for language, words in _lists().items() if word in words)
    return listed or frozenset(
        language for language, endings in _endings().items() if word[_BEFORE_ENDING:].endswith(endings)
    )


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _WORDS.items()}


@lru_cache(maxsize=1)
def _endings() -> dict[str, tuple[str, ...]]:
    return {language: tuple(endings.split()) for language, endings in _ENDINGS.items()}
