"""Spanish verbs and nouns of saying. Regular verbs are given as lemmas, the others with their forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quotecheck.language.lists import words

_REGULAR: Final = words("""
afirmar declarar explicar señalar preguntar contestar anunciar asegurar indicar precisar subrayar destacar comentar
observar confesar revelar denunciar criticar acusar aconsejar recomendar ordenar exigir reclamar protestar objetar
argumentar replicar insistir responder añadir amenazar jurar lamentar resumir detallar relatar informar avisar alertar
aclarar apuntar sentenciar exclamar gritar murmurar susurrar bromear ironizar tuitear confirmar certificar estimar
opinar narrar recalcar enfatizar matizar manifestar expresar pronunciar reiterar ratificar valorar vaticinar zanjar
espetar prometer advertir agregar apostillar puntualizar concretar remarcar aseverar citar alegar
""")

_FORMS: Final = frozenset(
    words("""
    dice dicen dijo dijeron decía decían dicho decir diciendo diría dirá digo diga sostiene sostienen sostuvo
    sostuvieron sostenía sostenido sostener cuenta cuentan contó contaron contaba contado contar reconoce reconocen
    reconoció reconocieron reconocía reconocido reconocer admite admiten admitió admitieron admitía admitido admitir
    propone proponen propuso propusieron proponía propuesto proponer sugiere sugieren sugirió sugirieron sugería
    sugerido sugerir advierte advierten advirtió advirtieron pide piden pidió pidieron pedía pedido pedir predice
    predijo repite repiten repitió repitieron repetía repetido repetir concluye concluyen concluyó concluyeron
    concluía concluido concluir escribe escriben escribió escribieron escribía escrito escribir expone exponen expuso
    expusieron recuerda recuerdan recordó recordaron recordaba recordado recordar confiesa confiesan sentencia
    prosigue prosiguió sigue siguió continúa continuó habla hablan habló hablaron hablaba hablado hablar describe
    describió defiende defendió defendía lee leyó
    """)
)

THOUGHT: Final = frozenset(
    words("""
    piensa piensan pensó pensaron pensaba pensaban pensado pensar cree creen creyó creyeron creía creían creído creer
    espera esperan esperó esperaron esperaba esperado esperar teme temen temió temieron temía temido temer sabe saben
    supo supieron sabía sabían sabido saber duda dudan dudó dudaba dudado dudar supone suponen supuso suponía suponer
    imagina imaginó imaginaba imaginar considera consideran consideró consideraba considerar opina opinan opinó
    opinaba
    """)
)

DENIAL: Final = frozenset(
    words("""
    niega niegan negó negaron negaba negaban negado negar desmiente desmienten desmintió desmintieron desmentía
    desmentido desmentir rechaza rechazan rechazó rechazaron rechazaba rechazado rechazar refuta refutan refutó
    refutaron refutado refutar descarta descartan descartó descartaron descartado descartar
    """)
)

NOUNS: Final = frozenset(
    words("""
    palabra palabras declaración declaraciones discurso discursos respuesta respuestas pregunta preguntas afirmación
    afirmaciones comunicado comunicados entrevista entrevistas carta cartas mensaje mensajes comentario comentarios
    informe informes testimonio testimonios opinión opiniones anuncio anuncios promesa promesas crítica críticas
    acusación acusaciones tuit tuits cita citas explicación explicaciones advertencia advertencias confesión
    """)
)

_ENDINGS: Final = {
    "ar": "ar a an ó aron aba aban ado ando ará arán aría arían e en é o",
    "er": "er e en ió ieron ía ían ido iendo erá erán ería erían a an í o",
    "ir": "ir e en ió ieron ía ían ido iendo irá irán iría irían a an í o",
}


def _regular_forms(infinitives: Iterable[str]) -> frozenset[str]:
    """The forms of regular verbs in -ar, -er and -ir, first and third person."""
    return frozenset(
        infinitive[:-2] + ending for infinitive in infinitives for ending in _ENDINGS[infinitive[-2:]].split()
    )


SAYING: Final = _regular_forms(_REGULAR) | _FORMS
