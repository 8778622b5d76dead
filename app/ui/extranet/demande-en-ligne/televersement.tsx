import type { DetailedError } from 'tus-js-client'
import { ADRESSE_TELEVERSEMENTS } from '#libelles/demande-en-ligne/televersement'

export type EtatDEnvoi = 'PART' | 'COUPE' | 'SUSPENDU' | 'SESSION'

type Options = {
  /** What is announced of it beside its name and its fingerprint. */
  annonce: Record<string, string>
  /** Where the file of this fingerprint goes on; null for one that is not on its way. */
  connu: (sha256: string) => string | null
  dire: (ou: { quoi: EtatDEnvoi; nom: string; sha256: string; envoye: number; taille: number }) => void
  /** Nothing more leaves of the one that the server calls `id`; `refus` says why where it was not taken. */
  fini: (id: string | null, refus?: string) => void
}

export type Televerseur = Record<'suspendre' | 'reprendre' | 'abandonner' | 'fermer', () => void>

/** After how long, in ms, a cut sending is tried again, one that says nothing is told to be cut, then is cut. */
const REPRISE = 2_000
const SILENCE = 1_500
const MUET = 20_000

/** Answers that say why in a sentence of ours. */
const DITS = [413, 422, 507]

/** SHA-256 in hexadecimal; null where the browser gives none, as on an address without https. */
async function empreinte(fichier: File): Promise<string | null> {
  if (!isSecureContext) return null
  const octets = new Uint8Array(await crypto.subtle.digest('SHA-256', await fichier.arrayBuffer()))
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')
}

/**
 * Sends one file piece by piece: a cut is told, and goes on by itself from what had come. Nothing is kept on the device: after the page was left, the server
 * says where the same file goes on. Null where the browser cannot.
 */
export async function televerser(fichier: File, { annonce, connu, dire, fini }: Options): Promise<Televerseur | null> {
  const sha256 = await empreinte(fichier)
  const tus = sha256 === null ? null : await import('tus-js-client').catch(() => null)
  if (sha256 === null || !tus?.isSupported) return null
  let ou: EtatDEnvoi = 'PART'
  let envoye = 0
  let vivant = Date.now()
  let essai: ReturnType<typeof setTimeout> | undefined
  const passer = (quoi: EtatDEnvoi) => {
    ou = quoi
    dire({ quoi, nom: fichier.name, sha256, envoye, taille: fichier.size })
  }
  const partir = () => {
    clearTimeout(essai)
    vivant = Date.now()
    upload.start()
  }
  const arreter = () => {
    clearTimeout(essai)
    void upload.abort().catch(() => undefined)
  }
  const couper = () => {
    if (ou === 'SUSPENDU' || ou === 'SESSION') return
    arreter()
    passer('COUPE')
    essai = setTimeout(partir, REPRISE)
  }
  const revenir = () => ou === 'COUPE' && partir()
  const veille = setInterval(() => {
    const muet = Date.now() - vivant
    if (ou === 'SUSPENDU' || ou === 'SESSION' || envoye >= fichier.size) return
    if (muet > MUET) couper()
    else if (muet > SILENCE && ou === 'PART') passer('COUPE')
  }, 250)
  const fermer = () => {
    arreter()
    clearInterval(veille)
    removeEventListener('offline', couper)
    removeEventListener('online', revenir)
  }
  const clore = (refus?: string) => {
    fermer()
    fini(upload.url?.split('/').pop() ?? null, refus)
  }
  const upload = new tus.Upload(fichier, {
    endpoint: ADRESSE_TELEVERSEMENTS,
    uploadUrl: connu(sha256),
    metadata: { ...annonce, nom: fichier.name, sha256 },
    retryDelays: [],
    storeFingerprintForResuming: false,
    onProgress: (octets) => {
      vivant = Date.now()
      envoye = octets
      passer('PART')
    },
    onSuccess: () => clore(),
    onError: (error) => {
      const reponse = (error as Partial<DetailedError>).originalResponse
      const numero = reponse?.getStatus() ?? 0
      if (DITS.includes(numero)) return clore(reponse?.getBody())
      // Given up elsewhere, it begins again.
      if (numero === 404) upload.url = upload.options.uploadUrl = null
      if (numero === 401) passer('SESSION')
      else couper()
    },
  })
  addEventListener('offline', couper)
  addEventListener('online', revenir)
  passer('PART')
  partir()
  return {
    suspendre: () => {
      arreter()
      passer('SUSPENDU')
    },
    reprendre: () => {
      passer('PART')
      partir()
    },
    abandonner: () => {
      fermer()
      void upload.abort(true).then(
        () => fini(null),
        () => fini(null),
      )
    },
    fermer,
  }
}
