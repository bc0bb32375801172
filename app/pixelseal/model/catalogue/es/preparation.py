"""Textos sobre lo que se fija antes de empezar: en la página y en la línea de comandos."""

PREPARATION = {
    "process-preparation": "Preparación",
    "prep-title": "El proyecto en su conjunto",
    "prep-help": (
        "Lo que se fija antes de cubrir nada. Todo puede quedar vacío; se guarda con el proyecto y "
        "no aparece en ninguna imagen ni certificado. _Privado:_ puede nombrar a personas."
    ),
    "prep-purpose": "Para qué son las imágenes",
    "prep-basis": "Con qué fundamento se consideran desidentificadas (HIPAA)",
    "prep-basis-none": "Sin indicar",
    "prep-may_show": "Qué puede quedar visible en ellas",
    "prep-outputs": "Dónde se guardan las imágenes terminadas",
    "prep-backups": "Dónde se guardan sus copias",
    "prep-people": "Personas",
    "prep-role": "Función de la persona {number}",
    "prep-who": "Nombre de la persona {number}",
    "prep-add-person": "Añadir una persona",
    "prep-remove-person": "Quitar la persona {number}",
    "prep-role-preparer": "prepara",
    "prep-role-de-identifier": "desidentifica",
    "prep-role-validator": "valida",
    "prep-role-recipient": "recibe",
    "prep-role-steward": "responde de los datos",
    "prep-role-expert": "es la persona experta",
    "prep-wrong": (
        "Esto no se tomó: {field}. Un texto tiene como máximo {most} caracteres, sin ningún hash "
        "ni nombre de archivo de imagen."
    ),
    "prep-same-person": "Esto no se tomó: la misma persona tiene dos veces la misma función.",
    "prep-taken": "Anotado. Guarde el proyecto para conservarlo.",
    "prep-saved": "{said} {logged}",
    "prep-logged": "El registro tiene una línea sobre ello.",
    "prep-not-logged": (
        "El registro no tiene ninguna línea sobre ello: nombre a quien prepara, para que pueda "
        "decir quién lo hizo."
    ),
    "prep-no-log": "No hay ningún registro abierto.",
    "prep-image-title": "La imagen abierta",
    "prep-image-help": (
        "¿Qué identificadores se ven en ella antes de cubrir nada? La lista de comprobación los "
        "muestra después. No contestan nada: cada pregunta se sigue contestando por sí misma."
    ),
    "prep-no-image": "Abra una imagen para evaluarla.",
    "prep-image-now": "{title} ({place} de {total})",
    "prep-visible": "Visible en ella",
    "prep-to-do": "Qué hacer con ello",
    "prep-assessed": "Evaluada como se indica abajo",
    "prep-before": "Imagen anterior",
    "prep-after": "Imagen siguiente",
    "prep-counted": {
        "one": "1 imagen; {assessed} evaluadas.",
        "other": "{count} imágenes; {assessed} evaluadas.",
    },
    "prep-open": "Válido. Sin indicar: {names}.",
    "prep-all": "Válido. Está todo indicado.",
    "prep-written": "Se escribió un proyecto nuevo: {path}. El anterior sigue como estaba.",
    "prep-name-purpose": "finalidad",
    "prep-name-basis": "fundamento",
    "prep-name-may_show": "qué puede mostrarse",
    "prep-name-people": "personas",
    "prep-name-outputs": "lugar de los resultados",
    "prep-name-backups": "lugar de las copias",
    "prep-name-policy": "política",
    "prep-name-visible": "evaluado como visible",
}
