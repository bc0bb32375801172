"""Textos del diálogo Proceso sobre claves y firmas (docs/signing.md, 6)."""

SIGN_PAGE = {
    "process-sign": "Firmar",
    "sign-title": "Firmas",
    "sign-help": (
        "Una firma muestra que quien tiene una clave privada firmó exactamente este archivo. "
        "Cualquiera la comprueba con OpenSSH, o aquí en *Verificar*. Usted guarda la clave en un "
        "archivo con contraseña. Esta página no guarda ninguna de las dos: la clave queda abierta "
        "hasta que usted la olvide aquí o cierre la página."
    ),
    "sign-not-here": (
        "Este navegador no tiene claves Ed25519, así que no puede firmar ni comprobar firmas. Use "
        "un navegador más reciente, la línea de comandos (pixelseal sign) u OpenSSH: ssh-keygen -Y "
        "sign -n pixelseal."
    ),
    "sign-open-title": "Abrir su clave",
    "sign-key-file": "Elegir su archivo",
    "sign-passphrase": "Su contraseña",
    "sign-open": "Abrir la clave",
    "sign-opening": "Se está probando la contraseña …",
    "sign-is-open": "La clave está abierta.",
    "sign-make-title": "O crear una clave, una sola vez",
    "sign-make-help": (
        "Use varias palabras que nadie pueda adivinar, al menos 12 caracteres. *Ni la clave ni la "
        "contraseña se pueden recuperar:* guarde el archivo, una copia en otro lugar, y ambas solo "
        "para usted."
    ),
    "sign-new": "Contraseña para la clave nueva",
    "sign-again": "La misma contraseña otra vez",
    "sign-make": "Crear y guardar la clave",
    "sign-making": "Se está creando una clave …",
    "sign-made": (
        "La clave está abierta y se entregó al navegador como {name}. La página no puede saber si "
        "el archivo se guardó: búsquelo y llévelo a un lugar que solo usted pueda leer, lejos de "
        "lo que entregue."
    ),
    "sign-key-title": "La clave abierta",
    "sign-fingerprint": "Huella:",
    "sign-line": "Línea pública",
    "sign-line-help": (
        "Désela a quienes comprueben sus firmas: la ponen, con el nombre de usted delante, en su "
        "lista de firmantes. Léales la huella por teléfono. Ambas puede conocerlas cualquiera."
    ),
    "sign-save-line": "Guardar la línea pública",
    "sign-line-saved": "Se guardó {name}.",
    "sign-save-key": "Guardar la clave otra vez",
    "sign-forget": "Olvidar la clave",
    "sign-forgotten": "La clave está olvidada. Su archivo sigue donde usted lo guardó.",
    "sign-files-title": "Qué firmar",
    "sign-files-help": (
        "Certificados, validaciones, acuses de recibo, registros. Elíjalos o suéltelos aquí. De "
        "una imagen se firma su certificado. Cada firma es un archivo, NOMBRE.sig, cuyo lugar está "
        "junto a NOMBRE."
    ),
    "sign-files": "Elegir archivos",
    "sign-log": "El registro abierto",
    "sign-log-unsaved": (
        "Hay líneas del registro abierto sin guardar. Guárdelo primero: se firma su archivo."
    ),
    "sign-looking": "Se están mirando los archivos …",
    "sign-certificate": "Certificado",
    "sign-other": "No es un certificado; se firma tal como está",
    "sign-more": {"one": "Y {count} más.", "other": "Y {count} más."},
    "sign-now": {
        "one": "Firmar {count} archivo",
        "other": "Firmar {count} archivos",
    },
    "sign-clear": "No elegir ninguno",
    "sign-signing": "Se está firmando …",
    "sign-signed": {
        "one": "Firmado: {name}. Póngalo junto al archivo al que pertenece.",
        "other": (
            "Hay {count} firmas en {name}. Extráigalas junto a los archivos a los que pertenecen."
        ),
    },
    "signs-twice": "Ya se eligió un archivo con este nombre. Firme este por separado.",
    "signs-no-zip": (
        "{name} tiene un nombre que no todos los sistemas leen en un ZIP. Fírmelo por separado, o "
        "cámbiele antes el nombre."
    ),
    "signers-not-chosen": (
        "Parece una lista de firmantes. La que está junto a lo que se comprueba no muestra nada, "
        "porque pudo añadirla quien firmó. Elija en su campo la lista que usted conoce."
    ),
    "verify-signers-refused": "La lista de firmantes no se puede usar",
}
