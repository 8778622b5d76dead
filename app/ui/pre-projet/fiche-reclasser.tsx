import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import type { NatureChoisie, NatureRecue } from '#domain/courriel-recu/reclassement'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { BoutonMenu } from '#ui/kit/menu/bouton-menu'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { envoyerAvec, Formulaire } from '#ui/kit/formulaire/formulaire'
import { venir } from '#ui/kit/reprise/code'

const NumeroDemande = lazy(() =>
  venir(() => import('#ui/pre-projet/fiche-reclasser-numero').then((module) => ({ default: module.NumeroDemande }))),
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
  const envoi = useEnvoi<Reponse>({ nom: 'nature', objet: courriel.id })
  const [demande, setDemande] = useState<Choix | null>(null)
  const action = `${adresse}/courriels/${courriel.id}/nature`
  const fermer = useCallback(() => setDemande(null), [])
  const form = useRef<HTMLFormElement>(null)
  const champs = ({ nature, ici }: Choix) => ({ nature, version: String(courriel.version), ...(ici && { ici }) })
  const choisir = (choix: Choix) => {
    setDemande(choix.numero ? choix : null)
    if (!choix.numero) envoyerAvec(form.current, { nature: choix.nature, ici: choix.ici ?? '' })
  }
  return (
    <>
      <Formulaire envoi={envoi} ref={form} action={action}>
        <input type="hidden" name="version" value={courriel.version} />
        <input type="hidden" name="nature" />
        <input type="hidden" name="ici" />
      </Formulaire>
      <BoutonMenu
        texte="Reclasser"
        bouton={{ size: 'small', disabled: envoi.state !== 'idle', sx: { flexShrink: 0 } }}
        choix={CHOIX.filter(({ nature, ici }) => !(nature === courriel.nature && (ici || nature === 'FICHE'))).map(
          (choix) => ({ ...choix, cle: choix.texte }),
        )}
        onChoisir={choisir}
      />
      <FormErreur reponse={envoi.data} />
      {demande && (
        <Suspense>
          <NumeroDemande courrielId={courriel.id} action={action} cache={champs(demande)} fermer={fermer} />
        </Suspense>
      )}
    </>
  )
}
