/* Texts that nothing of ours prints. */
#define JVERSION  ""
#define JCOPYRIGHT1  ""
#define JCOPYRIGHT2  ""
#define JCOPYRIGHT_SHORT  ""
