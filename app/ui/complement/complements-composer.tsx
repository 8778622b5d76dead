import { Box, Button, Typography } from '@mui/material'
import { useLocation, useParams } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { compter } from '#domain/nombre'
import type { ElementDemande } from '#domain/complement/complement'
import { ELEMENTS_MAX } from '#domain/complement/demande-complement'
import { formatJour, type Jour } from '#domain/temps/jour'
import { Annonce } from '#ui/kit/annonce'
import { ComplementLigne, type LigneEditee } from '#ui/complement/complement-ligne'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ChampDate } from '#ui/kit/date/champ-date'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { TexteChoix } from '#ui/texte-type/texte-choix'

type Props = {
  version: number
  /** The waiting request that this one takes the place of. */
  remplace: string | null
  lignes: (ElementDemande & { cle: string })[]
  limite: { min: Jour; defaut: Jour; max: Jour }
}

type Apercu = {
  limite: Jour
  elements: number
  rejetAvant: Jour | null
  rejetApres: Jour | null
  courriel: CourrielMontre | null
}

const FORMULAIRE = 'complements'
const AJOUTER = 'complements-ajouter'

/** What a device kept, unless it is of before a change of ours. */
const sontLignes = (garde: unknown): garde is LigneEditee[] =>
  Array.isArray(garde) &&
  garde.every(
    (une: unknown) => typeof une === 'object' && une !== null && 'id' in une && 'cle' in une && 'constat' in une,
  )

const elements = (n: number) => compter(n, 'élément')

const focaliser = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())

/** What will be asked, line by line, and until when; then the mail that asks it, before it leaves. */
export function ComplementsComposer({ version, remplace, lignes: proposees, limite }: Props) {
  const envoi = useEnvoi<Reponse<{ apercu: Apercu }>>({ nom: 'complements', objet: useLocation().pathname })
  const { numero = '' } = useParams()
  const suivant = useRef(proposees.length)
  const [lignes, setLignes] = useState<LigneEditee[]>(() =>
    proposees.map((ligne, rang) => ({ ...ligne, id: `complement-${rang}` })),
  )
  const [dit, setDit] = useState('')
  const [vu, setVu] = useState<Apercu | null>(null)
  useEffect(() => setVu(envoi.data?.apercu ?? null), [envoi.data])
  const busy = envoi.state !== 'idle'
  const ajouter = (aFaire = '') => {
    const id = `complement-${(suivant.current += 1)}`
    setLignes([...lignes, { id, cle: `libre/${id}`, code: null, constat: '', aFaire }])
  }
  const deplacer = (rang: number, sens: -1 | 1) => {
    const suite = [...lignes]
    const [ligne] = suite.splice(rang, 1)
    if (!ligne) return
    suite.splice(rang + sens, 0, ligne)
    setLignes(suite)
    setDit(`Ligne déplacée en position ${rang + sens + 1} sur ${lignes.length}.`)
    const auBout = sens < 0 ? rang + sens === 0 : rang + sens === lignes.length - 1
    focaliser(`${ligne.id}-${auBout === sens > 0 ? 'haut' : 'bas'}`)
  }
  const retirer = (id: string) => {
    setLignes(lignes.filter((ligne) => ligne.id !== id))
    setDit('Ligne retirée.')
    focaliser(AJOUTER)
  }
  return (
    <Formulaire
      envoi={envoi}
      id={FORMULAIRE}
      reste={{ valeur: lignes, retrouver: (garde) => sontLignes(garde) && setLignes(garde) }}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="remplace" value={remplace ?? ''} />
      <FormErreur reponse={envoi.data} />
      {lignes.length === 0 && (
        <Typography sx={{ my: 1 }}>
          Aucune pièce ne manque et aucune n’est refusée. Ajoutez ce que vous voulez demander.
        </Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label="Éléments à demander">
        {lignes.map((ligne, rang) => (
          <ComplementLigne
            key={ligne.id}
            ligne={ligne}
            rang={rang}
            dernier={rang === lignes.length - 1}
            changer={(change) => setLignes(lignes.map((autre) => (autre.id === change.id ? change : autre)))}
            deplacer={(sens) => deplacer(rang, sens)}
            retirer={() => retirer(ligne.id)}
          />
        ))}
      </Box>
      <Annonce texte={dit} />
      <Button id={AJOUTER} onClick={() => ajouter()} disabled={lignes.length >= ELEMENTS_MAX} sx={{ my: 1, ml: -0.5 }}>
        Ajouter une ligne
      </Button>
      {lignes.length < ELEMENTS_MAX && <TexteChoix usage="COMPLEMENT" sur={{ numero }} vers={ajouter} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'start', mt: 1 }}>
        <ChampDate
          name="limite"
          label="À recevoir au plus tard le"
          defaultValue={limite.defaut}
          required
          sx={{ maxWidth: 320 }}
          helperText={`Du ${formatJour(limite.min)} au ${formatJour(limite.max)}. Ce jour compte en entier.`}
          min={limite.min}
          max={limite.max}
          parts={{ marque: false }}
        />
        <Button type="submit" name="intent" value="apercu" variant="contained" aria-disabled={busy}>
          Voir le courriel avant de l’envoyer
        </Button>
      </Box>
      {vu && (
        <ConfirmerActe
          titre="Demander des compléments"
          courriel={vu.courriel}
          depart="Ce courriel partira 5 minutes après votre confirmation, que vous pourrez annuler d’ici là"
          sansCourriel={
            'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel ne partira. Envoyez la demande par la poste ce jour.'
          }
          formulaire={FORMULAIRE}
          fait="demanderComplements"
          intent="demander"
          verbe={`Demander ${elements(vu.elements)}`}
          busy={busy}
          fermer={() => setVu(null)}
        >
          <Consequence apercu={vu} remplace={remplace !== null} />
        </ConfirmerActe>
      )}
    </Formulaire>
  )
}

/** What becomes of the dossier and of its clock. */
function Consequence({ apercu: { limite, rejetAvant, rejetApres }, remplace }: { apercu: Apercu; remplace: boolean }) {
  const suspendu = rejetAvant !== rejetApres
  return (
    <Typography>
      {remplace && 'Cette demande remplace celle qui attend une réponse. '}
      Le dossier sera incomplet jusqu’à réception de ce qui est demandé.{' '}
      {rejetApres &&
        (suspendu
          ? `Le délai est suspendu jusqu’au ${formatJour(limite)} au plus tard\u00a0: si rien n’arrive, le rejet implicite passe du ${formatJour(rejetAvant ?? rejetApres)} au ${formatJour(rejetApres)}.`
          : `Le rejet implicite reste fixé au ${formatJour(rejetApres)}\u00a0: cette demande ne le repousse pas.`)}
    </Typography>
  )
}
