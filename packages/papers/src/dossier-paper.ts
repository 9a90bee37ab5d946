/** A person or organisation named on a paper; what the form does not say is absent. */
export interface Party {
  readonly name?: string;
  /** Number of an identity paper, or of an enterprise. */
  readonly identity?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** The unit that issues a paper, as it stands at its head. */
export interface IssuingUnit {
  /** Authority directly above it. */
  readonly parent?: string;
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Place named before the date (Decree 30/2020, Appendix I): the commune's name, or the province's. */
  readonly place: string;
}

/** How the reader follows the dossier. */
export interface Tracking {
  /** Content of the QR code. */
  readonly qr: string;
  /** Whether the QR code opens the dossier without a second factor: the paper then warns not to pass it on. */
  readonly secret: boolean;
  /** Address of the page where the code is typed. */
  readonly page?: string;
  readonly hotline?: string;
  /** SHA-256 hex of the dossier's log as it stood at printing: it must be found in the log that the province sealed on that day. */
  readonly hash?: string;
}

/** What every paper of one dossier says. Texts are Vietnamese, in any Unicode normal form; instants are ISO 8601 with an offset. */
export interface DossierPaper {
  readonly code: string;
  readonly unit: IssuingUnit;
  readonly submitter: Party;
  readonly owner: Party;
  readonly procedure: { readonly code: string; readonly name: string; readonly case?: string };
  readonly submittedAt: string;
  readonly tracking: Tracking;
}

/** What a numbered paper to the applicant says beside: forms 02 to 05. */
export interface NoticePaper extends DossierPaper {
  /** Number of the paper (số, ký hiệu) as it is printed below the unit. */
  readonly number: string;
  /** When it was issued. */
  readonly at: string;
  /** Who can be asked about it. */
  readonly officer?: string;
}
