"""Words about looking, and the checklist, in Spanish."""

REVIEW = {
    # Before and after
    "brighten": "Aclarar",
    "brighten-hint": (
        "Hace visible lo que es demasiado oscuro o plano para una pantalla; el archivo no cambia"
    ),
    "compare": "Resultado",
    "compare-hint": "Lo que se guardará: mantenga pulsado, o pulse para alternar (mantenga H)",
    "compare-after": "Después: exactamente lo que se guardará",
    "compare-nearly": (
        "Después: lo que se guardará, tan grande que se muestra con una pequeña pérdida"
    ),
    "compare-making": "Se está haciendo lo que se guardará …",
    "compare-not-yet": "Aún no se puede hacer. Inténtelo de nuevo en un momento.",
    # The panel
    "review-title": "Antes de guardar",
    "state-looked": "{state}, revisada",
    "looked-all": "La imagen entera estuvo en su pantalla a tamaño completo.",
    "looked-stated": "Usted dijo que ha mirado la imagen entera.",
    "looked-not-sharp": (
        "Aquí no se puede mostrar píxel por píxel. Indique abajo que la ha mirado toda."
    ),
    "looked-wait": (
        "En cuanto se muestre la imagen, la página lleva la cuenta de lo que usted ha visto a "
        "tamaño completo."
    ),
    "looked-none-left": "Todas las imágenes abiertas se vieron enteras, o usted así lo dijo.",
    "looked-at": "Visto: {percent} % a tamaño completo.",
    "looked-part": "Visto hasta ahora: {percent} %. Esta parte es nueva.",
    "show-unseen": "Mostrar la parte siguiente",
    "show-unseen-hint": "Mostrar al 100 % la siguiente parte que no ha visto (L)",
    "state-that-looked": "He mirado la imagen entera",
    "checklist-help": (
        "¿Qué se ve de cada uno en la imagen terminada? Lo cubierto no se ve en ella, pero al lado "
        "puede quedar más de lo mismo."
    ),
    "checklist-all": "Lista de comprobación: respondida ({total})",
    "checklist-some": "Lista de comprobación: {answered} de {total} respondidos",
    "answer-none": "Sin responder",
    "answer-absent": "No se ve",
    "answer-covered": "Está todo cubierto",
    "answer-cropped": "Está todo recortado",
    "answer-kept": "Se conserva porque …",
    "answer-for": "Respuesta para {reason}",
    "answer-why": "Por qué se conserva: {reason}",
    "answer-assessed": "Se evaluó como visible antes de empezar.",
    "answer-in-file": "El propio archivo también lo lleva: no se guarda con la imagen.",
    "answers-lapsed": {
        "one": "1 respuesta ya no cuenta: ha cambiado aquello para lo que se dio.",
        "other": "{count} respuestas ya no cuentan: ha cambiado aquello para lo que se dieron.",
    },
    "answer-again": {
        "one": "Sigue siendo cierta tal como está ahora: volver a darla",
        "other": "Siguen siendo ciertas tal como está ahora: volver a dar las {count} respuestas",
    },
    "answer-again-given": {
        "one": "Se ha vuelto a dar 1 respuesta.",
        "other": "Se han vuelto a dar {count} respuestas.",
    },
    "answer-rest": {
        "one": "El que falta por responder no se ve en la imagen terminada",
        "other": "Los {count} sin responder no se ven en la imagen terminada",
    },
    "answer-rest-given": {
        "one": "1 respondido: no se ve en la imagen terminada",
        "other": "{count} respondidos: no se ven en la imagen terminada",
    },
    "answer-chosen": {
        "one": "Responder lo mismo para la imagen elegida",
        "other": "Responder lo mismo para las {count} imágenes elegidas",
    },
    "answer-chosen-given": {
        "one": "Respuestas dadas a 1 imagen",
        "other": "Respuestas dadas a {count} imágenes",
    },
}
