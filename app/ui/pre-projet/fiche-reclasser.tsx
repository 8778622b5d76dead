import { useFetcher } from '@remix-run/react'
import { lazy, Suspense, useState } from 'react'
import type { NatureChoisie, NatureRecue } from '#domain/courriel-recu/reclassement'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { BoutonMenu } from '#ui/kit/bouton-menu'

const NumeroDemande = lazy(() =>
  import('#ui/pre-projet/fiche-reclasser-numero').then((module) => ({ default: module.NumeroDemande })),
)

type Choix = { nature: NatureChoisie; texte: string; ici?: 'oui'; numero?: true }

const CHOIX: readonly Choix[] = [
  { nature: 'FICHE', texte: 'C’est la fiche d’un autre projet' },
  { nature: 'NOUVELLE_VERSION', texte: 'C’est une nouvelle version de cette fiche', ici: 'oui' },
  { nature: 'AUTRE', texte: 'C’est un échange au sujet de cette fiche', ici: 'oui' },
  { nature: 'DEMANDE_DEVERROUILLAGE', texte: 'C’est une demande de modifier un dossier déposé…', numero: true },
  { nature: 'AUTRE', texte: 'Ce n’est pas une fiche' },
]

type Props = { adresse: string; courriel: { id: string; version: number; nature: NatureRecue } }

/** What an officer says the mail is, in one click: it is processed again. A dossier's number is asked only where it is needed. */
export function FicheReclasser({ adresse, courriel }: Props) {
  const fetcher = useFetcher<Reponse>()
  const [demande, setDemande] = useState<Choix | null>(null)
  const action = `${adresse}/courriels/${courriel.id}/nature`
  const choisir = ({ nature, ici, numero }: Choix, dit = '') => {
    const manque = numero === true && dit === ''
    setDemande(manque ? { nature, texte: '', numero } : null)
    if (manque) return
    fetcher.submit(
      { nature, version: courriel.version, ...(ici && { ici }), ...(dit && { numero: dit }) },
      { method: 'post', action },
    )
  }
  return (
    <>
      <BoutonMenu
        texte="Reclasser"
        bouton={{ size: 'small', disabled: fetcher.state !== 'idle', sx: { flexShrink: 0 } }}
        choix={CHOIX.filter(({ nature, ici }) => !(nature === courriel.nature && (ici || nature === 'FICHE'))).map(
          (choix) => ({ ...choix, cle: choix.texte }),
        )}
        onChoisir={choisir}
      />
      <FormErreur reponse={fetcher.data} />
      {demande && (
        <Suspense>
          <NumeroDemande fermer={() => setDemande(null)} choisir={(numero) => choisir(demande, numero)} />
        </Suspense>
      )}
    </>
  )
}
