import { Icone } from '#ui/kit/icone/icone'
import { Button } from '@mui/material'
import { Link, useNavigate } from '@remix-run/react'
import { useRef } from 'react'
import type { EmpechementComplement } from '#domain/complement/complement'
import { type ActeDecision, ACTES_DECISION, type RefusDecision } from '#domain/dossier/decision'
import type { RefusDeverrouillage } from '#domain/dossier/deverrouillage'
import type { ActeInstruction, RefusInstruction } from '#domain/dossier/instruction'
import type { Suite } from '#domain/dossier/reste-a-faire'
import { libelleRefusElement } from '#libelles/complement/complement'
import { LIBELLE_ACTE, libelleRefusDecision, libelleRefusDeverrouillage } from '#libelles/dossier/dossier'
import { libelleRefusInstruction } from '#libelles/dossier/instruction-dossier'
import { BoutonMenu } from '#ui/kit/menu/bouton-menu'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  adresse: string
  dossier: {
    version: number
    suite: Suite | null
    refus: Record<ActeInstruction, { reason: RefusInstruction; detail: string } | null> &
      Record<ActeDecision, { reason: RefusDecision; detail?: string } | null> & {
        deverrouiller: RefusDeverrouillage | null
        complements: EmpechementComplement | null
      }
  }
  droits: { instruire: boolean; deverrouiller: boolean; decider: boolean }
}

/** The one act that is done from here, with nothing to read first. */
const DIRECT = 'instruire' satisfies ActeInstruction

type Entree = { cle: string; texte: string; refus: string | null; vers?: string; acte?: typeof DIRECT }

const INSTRUCTION = 'Réservé aux instructeurs.'
/** Where a dossier is declared complete. */
const COMPLET = '/complements?acte=complet'
const DECISION = 'Réservé au responsable.'

function entrees({ adresse, dossier: { refus }, droits }: Props): Entree[] {
  const instruire = (acte: ActeInstruction): Entree => {
    const closed = refus[acte]
    const mots = closed && libelleRefusInstruction(closed.reason, closed.detail)
    const entree = { cle: acte, texte: LIBELLE_ACTE[acte], refus: droits.instruire ? mots : INSTRUCTION }
    // The mail that says it is read before it leaves.
    return acte === DIRECT ? { ...entree, acte } : { ...entree, vers: adresse + COMPLET }
  }
  const decider = (acte: ActeDecision): Entree => {
    const closed = refus[acte]
    const mots = closed && libelleRefusDecision(closed.reason, closed.detail)
    const vers = `${adresse}/decision?acte=${acte}`
    return { cle: acte, texte: LIBELLE_ACTE[acte], refus: droits.decider ? mots : DECISION, vers }
  }
  const ouvrir = refus.deverrouiller && libelleRefusDeverrouillage(refus.deverrouiller)
  return [
    instruire('declarerComplet'),
    {
      cle: 'demanderComplements',
      texte: LIBELLE_ACTE.declarerIncomplet,
      refus: droits.instruire ? refus.complements && libelleRefusElement(refus.complements) : INSTRUCTION,
      vers: `${adresse}/complements`,
    },
    instruire('instruire'),
    {
      cle: 'deverrouiller',
      texte: 'Ouvrir à modification',
      refus: droits.deverrouiller ? ouvrir : INSTRUCTION,
      vers: `${adresse}/deverrouillage`,
    },
    ...ACTES_DECISION.map(decider),
  ]
}

type Lien = { texte: string; vers: string; droit: keyof Props['droits'] }

const LIENS: Partial<Record<Suite, Lien>> = {
  examinerLaModification: { texte: 'Examiner les modifications', vers: '/deverrouillage', droit: 'instruire' },
  repondreALaDemande: { texte: 'Répondre à la demande', vers: '/deverrouillage', droit: 'deverrouiller' },
  controlerLesPieces: { texte: 'Contrôler les pièces', vers: '/pieces', droit: 'instruire' },
  leverCeQuiBloque: { texte: 'Voir ce qui bloque', vers: '#ce-qui-bloque', droit: 'instruire' },
  declarerComplet: { texte: LIBELLE_ACTE.declarerComplet, vers: COMPLET, droit: 'instruire' },
  demanderComplements: { texte: LIBELLE_ACTE.declarerIncomplet, vers: '/complements', droit: 'instruire' },
  suivreComplements: { texte: 'Suivre les compléments', vers: '/complements', droit: 'instruire' },
  decider: { texte: 'Décider', vers: '/decision', droit: 'decider' },
}

/** The most likely next act as a button, every other in a menu; one that cannot be done is there with the reason. */
export function DossierActes(props: Props) {
  const { adresse, dossier, droits } = props
  const envoi = useEnvoi({ nom: 'instruction', objet: adresse })
  const navigate = useNavigate()
  const busy = envoi.state !== 'idle'
  const form = useRef<HTMLFormElement>(null)
  const choisir = ({ acte, vers }: Entree) => {
    if (acte) form.current?.requestSubmit()
    else if (vers) navigate(vers)
  }
  const toutes = entrees(props)
  const lien = dossier.suite && LIENS[dossier.suite]
  const acte = toutes.find((e) => e.cle === dossier.suite && e.acte && !e.refus)?.acte
  return (
    <>
      {lien && droits[lien.droit] && (
        <Button component={Link} to={adresse + lien.vers} variant="contained">
          {lien.texte}
        </Button>
      )}
      <Formulaire
        envoi={envoi}
        ref={form}
        action={adresse}
        hidden={!acte}
        onSubmit={(event) => busy && event.preventDefault()}
      >
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="acte" value={DIRECT} />
        {acte && (
          <Button type="submit" variant="contained" aria-disabled={busy}>
            {LIBELLE_ACTE[acte]}
          </Button>
        )}
      </Formulaire>
      <BoutonMenu
        texte="Actes"
        bouton={{ variant: 'outlined', endIcon: <Icone nom="expand-more" /> }}
        choix={toutes}
        onChoisir={choisir}
      />
    </>
  )
}
